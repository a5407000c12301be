package io.crossdock.publish;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.archive.Shelf;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.order.fact.Identifier;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Moves what the targets know of an order into the archive and back. */
record TargetFiles(ArchiveStore archive, Shelf<OutboxEntry> outbox, Shelf<OrderSync> syncs) {

    void archive(Identifier self, Instant at) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        outbox.clearInto(entries, self);
        syncs.clearInto(entries, self);
        archive.put(self, Section.TARGETS, at, entries);
    }

    void restore(Identifier self) {
        SortedMap<String, byte[]> entries = archive.take(self, Section.TARGETS);
        outbox.restoreFrom(entries, self);
        syncs.restoreFrom(entries, self);
    }

    void forget(Identifier self) {
        archive.take(self, Section.TARGETS);
    }
}
