package io.crossdock.observe;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The store {@code outcomes}: how many records ended how, per stage and connection. It commits with the record, so that a
 * crash neither loses nor doubles a count.
 */
public final class OutcomeStore {

    /** Name of the store. */
    public static final String NAME = "outcomes";

    private final KeyValueStore<String, Long> store;

    /** The counts of one task. */
    public OutcomeStore(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, Long>> builder() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Serdes.Long());
    }

    /** One record of {@code connection} ended at {@code stage} in {@code outcome}. */
    public void count(String stage, String connection, String outcome) {
        increment("outcome|" + stage + "|" + connection + "|" + outcome);
    }

    /** One record of {@code connection} became a dead letter at {@code stage} for {@code reason}. */
    public void countDeadLetter(String stage, String connection, String reason) {
        count(stage, connection, "dead-letter");
        increment("dead-letter|" + stage + "|" + connection + "|" + reason);
    }

    /** An exception of {@code type} was opened (+1) or resolved (-1), or came to matter more (-1 and +1). */
    public void countOpenException(String type, String severity, int change) {
        String key = "exception|" + type + "|" + severity;
        Long before = store.get(key);
        store.put(key, (before == null ? 0 : before) + change);
    }

    /** Adds the counts of one task to {@code sums}, by key. */
    public static void addTo(Map<String, Long> sums, ReadOnlyKeyValueStore<String, Long> store) {
        try (KeyValueIterator<String, Long> counts = store.all()) {
            counts.forEachRemaining(count -> sums.merge(count.key, count.value, Long::sum));
        }
    }

    /** An empty sum. */
    public static Map<String, Long> sums() {
        return new TreeMap<>();
    }

    private void increment(String key) {
        Long before = store.get(key);
        store.put(key, before == null ? 1 : before + 1);
    }
}
