package io.crossdock.publish;

import io.crossdock.archive.Shelf;
import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.order.fact.Identifier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store {@code outbox}: what each target should know of each order, does know, and is being told. */
public final class OutboxStore {

    /** Name of the store. */
    public static final String NAME = "outbox";

    private static final char END = '\u0000';

    private final KeyValueStore<String, OutboxEntry> store;

    OutboxStore(KeyValueStore<String, OutboxEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, OutboxEntry>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(OutboxEntry.getClassSchema()));
    }

    /** Moves what the targets know of an order out of the store and back. */
    static Shelf<OutboxEntry> shelf(KeyValueStore<String, OutboxEntry> store) {
        return new Shelf<>(NAME, store, new AvroBytes<>(OutboxEntry.getClassSchema()));
    }

    /** What is kept of one order and target; the empty entry if nothing is. */
    TargetEntry find(Identifier self, String target) {
        OutboxEntry entry = store.get(key(self, target));
        return entry == null ? TargetEntry.EMPTY : OutboxCodec.fromAvro(entry);
    }

    void put(Identifier self, String target, TargetEntry entry) {
        store.put(key(self, target), OutboxCodec.toAvro(entry));
    }

    void remove(Identifier self, String target) {
        store.delete(key(self, target));
    }

    /** The mailbox that an entry is kept under. */
    public static String mailbox(String key) {
        return key.substring(0, key.indexOf(END));
    }

    /** The target it is about. */
    public static String target(String key) {
        return key.substring(key.indexOf(END) + 1);
    }

    private static String key(Identifier self, String target) {
        return self.toString() + END + target;
    }
}
