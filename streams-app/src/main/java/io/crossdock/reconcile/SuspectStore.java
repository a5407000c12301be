package io.crossdock.reconcile;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.Suspect;
import io.crossdock.order.fact.FactKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The store {@code suspects}: rows about which a source and what was heard of it do not agree, by factKey. */
final class SuspectStore {

    static final String NAME = "suspects";

    private final KeyValueStore<String, Suspect> store;

    SuspectStore(KeyValueStore<String, Suspect> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, Suspect>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(Suspect.getClassSchema()));
    }

    @Nullable
    Suspect find(FactKey key) {
        return store.get(key.toString());
    }

    void put(Suspect suspect) {
        store.put(key(suspect).toString(), suspect);
    }

    void remove(FactKey key) {
        store.delete(key.toString());
    }

    /** Those of a connection. */
    List<Suspect> of(String connection) {
        return startingWith(connection + "|");
    }

    /** Those of one of its entities. */
    List<Suspect> of(String connection, String entity) {
        return startingWith(connection + "|" + entity + "|");
    }

    static FactKey key(Suspect suspect) {
        return new FactKey(suspect.getConnection(), suspect.getEntity(), suspect.getKey());
    }

    /** A list, because whoever goes through it changes the store. */
    private List<Suspect> startingWith(String prefix) {
        List<Suspect> found = new ArrayList<>();
        try (KeyValueIterator<String, Suspect> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }
}
