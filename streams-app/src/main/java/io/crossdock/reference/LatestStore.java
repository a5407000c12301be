package io.crossdock.reference;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ReferenceEntry;
import io.crossdock.order.fact.Identifier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The store {@code latest-reference} of a task: the newest word about each row. It remembers deleted rows too, so that a snapshot
 * that read one before it was deleted does not bring it back.
 */
public final class LatestStore {

    /** Name of the store. */
    public static final String NAME = "latest-reference";

    private final KeyValueStore<String, ReferenceEntry> store;

    /** The rows of one task. */
    public LatestStore(KeyValueStore<String, ReferenceEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, ReferenceEntry>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME),
                Serdes.String(),
                new AvroBytes<ReferenceEntry>(ReferenceEntry.getClassSchema()));
    }

    /** The newest word about a row by its name, its deletion included; null if there was none. */
    public @Nullable ReferenceEntry find(Identifier name) {
        return store.get(name.toString());
    }

    /** Takes a word about a row, and says what becomes of it. */
    public Newest take(Entry entry) {
        String key = entry.name().toString();
        ReferenceEntry said = entry.toAvro();
        Newest outcome = Newest.of(store.get(key), said);
        if (outcome == Newest.APPLIED) {
            store.put(key, said);
        }
        return outcome;
    }
}
