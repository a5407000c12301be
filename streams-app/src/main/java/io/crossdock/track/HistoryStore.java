package io.crossdock.track;

import io.crossdock.archive.Shelf;
import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The store {@code history}: the last {@value #KEPT} changes of each order. Entries are a ring under the mailbox's identifier, so
 * that nothing is ever scanned to be deleted.
 */
public final class HistoryStore {

    /** Name of the store. */
    public static final String NAME = "history";

    /** Changes kept of one order. */
    static final int KEPT = 500;

    private static final int ABOVE_KEPT = 1_000;

    private static final AvroBytes<HistoryEntry> BYTES = new AvroBytes<>(HistoryEntry.getClassSchema());
    private static final char END = '\u0000';

    private final KeyValueStore<String, HistoryEntry> store;

    HistoryStore(KeyValueStore<String, HistoryEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, HistoryEntry>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), BYTES);
    }

    /** Moves the history of an order out of the store and back. */
    static Shelf<HistoryEntry> shelf(KeyValueStore<String, HistoryEntry> store) {
        return new Shelf<>(NAME, store, BYTES);
    }

    /** The changes kept of an archived order, oldest first. */
    public static List<HistoryEntry> archived(SortedMap<String, byte[]> entries) {
        return sorted(new ArrayList<>(Shelf.read(entries, NAME, BYTES).values()));
    }

    /** Keeps the {@code number}th change of an order, counted from 0; the one {@value #KEPT} before it goes. */
    void put(Identifier self, long number, HistoryEntry entry) {
        // Three digits, as keys sort by text; on the way of every change, where a format string would be felt.
        String place = String.valueOf(ABOVE_KEPT + number % KEPT).substring(1);
        store.put(self.toString() + END + place, entry);
    }

    /** The changes kept of an order, oldest first. */
    public static List<HistoryEntry> of(ReadOnlyKeyValueStore<String, HistoryEntry> store, Identifier self) {
        List<HistoryEntry> entries = new ArrayList<>();
        String from = self.toString() + END;
        try (KeyValueIterator<String, HistoryEntry> kept = store.prefixScan(from, new StringSerializer())) {
            kept.forEachRemaining(entry -> entries.add(entry.value));
        }
        return sorted(entries);
    }

    private static List<HistoryEntry> sorted(List<HistoryEntry> entries) {
        // A stable sort keeps the ring's order among changes of one millisecond.
        entries.sort(Comparator.comparing(HistoryEntry::getAt));
        return entries;
    }
}
