package io.crossdock.observe;

import io.crossdock.order.severity.Severity;
import java.util.ArrayList;
import java.util.List;
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

    private static final String EXCEPTION = "exception|";
    private static final String HELD = "held|";

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
        String key = EXCEPTION + type + "|" + severity;
        Long before = store.get(key);
        store.put(key, (before == null ? 0 : before) + change);
    }

    /** An exception of {@code type} is not told one by one (+1), or is now, or was resolved (-1). */
    public void countHeldException(String type, int change) {
        Long before = store.get(HELD + type);
        store.put(HELD + type, (before == null ? 0 : before) + change);
    }

    /** Open exceptions of a type. */
    public long openExceptions(String type) {
        long open = 0;
        for (Severity severity : Severity.values()) {
            Long some = store.get(EXCEPTION + type + "|" + severity);
            open += some == null ? 0 : some;
        }
        return open;
    }

    /** Those of them that are not told one by one. */
    public long heldExceptions(String type) {
        Long held = store.get(HELD + type);
        return held == null ? 0 : held;
    }

    /** Types of which some were not told at any time. */
    public List<String> everHeld() {
        List<String> types = new ArrayList<>();
        try (KeyValueIterator<String, Long> counts = store.range(HELD, HELD + Character.MAX_VALUE)) {
            counts.forEachRemaining(count -> types.add(count.key.substring(HELD.length())));
        }
        return types;
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
