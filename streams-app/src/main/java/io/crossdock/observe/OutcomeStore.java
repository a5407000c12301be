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
        add("outcome|" + stage + "|" + connection + "|" + outcome, 1);
    }

    /** One record of {@code connection} became a dead letter at {@code stage} for {@code reason}. */
    public void countDeadLetter(String stage, String connection, String reason) {
        count(stage, connection, "dead-letter");
        add("dead-letter|" + stage + "|" + connection + "|" + reason, 1);
    }

    /** An exception of {@code type} was opened (+1) or resolved (-1), or came to matter more (-1 and +1). */
    public void countOpenException(String type, String severity, int change) {
        add(EXCEPTION + type + "|" + severity, change);
    }

    /** An exception of {@code type} is not told one by one (+1), or is now, or was resolved (-1). */
    public void countHeldException(String type, int change) {
        add(HELD + type, change);
    }

    /** Open exceptions of a type that are told one by one. */
    public long toldExceptions(String type) {
        long open = 0;
        for (Severity severity : Severity.values()) {
            open += counted(EXCEPTION + type + "|" + severity);
        }
        return open - heldExceptions(type);
    }

    /** Open exceptions of a type that are not. */
    public long heldExceptions(String type) {
        return counted(HELD + type);
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

    private void add(String key, int change) {
        store.put(key, counted(key) + change);
    }

    private long counted(String key) {
        Long count = store.get(key);
        return count == null ? 0 : count;
    }
}
