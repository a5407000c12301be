package io.crossdock.track;

import io.crossdock.contract.HistoryEntry;
import io.crossdock.order.fact.Identifier;
import java.util.function.Consumer;

/** Writes the history of one order on, in one step: every entry has the number after the one before. */
final class Journal implements Consumer<HistoryEntry> {

    private final HistoryStore store;
    private final Identifier self;
    private long written;

    /** {@code written} entries were written before. */
    Journal(HistoryStore store, Identifier self, long written) {
        this.store = store;
        this.self = self;
        this.written = written;
    }

    @Override
    public void accept(HistoryEntry entry) {
        store.put(self, written++, entry);
    }

    /** Entries ever written of this order. */
    long written() {
        return written;
    }
}
