package io.crossdock.heard;

import io.crossdock.order.fact.FactKey;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The store {@code unread}: when each row was committed whose newest record is a dead letter, or says nothing by its mapping. Where not
 * even the primary key could be read, it is kept for all rows of the entity at that home.
 */
public final class UnreadRows {

    /** Name of the store. */
    public static final String NAME = "unread";

    /** No primary key begins so. */
    private static final char HOME = '\u0000';

    private final KeyValueStore<String, Long> store;

    /** The rows of one task. */
    public UnreadRows(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, Long>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.Long());
    }

    /** A record of a row was committed then, and became no fact. */
    public void note(FactKey row, Instant committed) {
        put(row.toString(), committed);
    }

    /** The same of some row of an entity, of which nothing is known but its home. */
    public void note(String connection, String entity, String home, Instant committed) {
        put(ofHome(connection, entity, home), committed);
    }

    /** When the newest such record of a row was committed; null if there was none. */
    public @Nullable Instant find(FactKey row, String home) {
        Long own = store.get(row.toString());
        Long some = store.get(ofHome(row.connection(), row.entity(), home));
        if (own == null && some == null) {
            return null;
        }
        return Instant.ofEpochMilli(Math.max(own == null ? 0 : own, some == null ? 0 : some));
    }

    /** Every row of an entity whose primary key is known, with when its newest such record was committed. */
    public void each(String connection, String entity, BiConsumer<FactKey, Instant> to) {
        String prefix = connection + "|" + entity + "|";
        try (KeyValueIterator<String, Long> rows = store.prefixScan(prefix, new StringSerializer())) {
            rows.forEachRemaining(row -> {
                if (row.key.charAt(prefix.length()) != HOME) {
                    to.accept(FactKey.parse(row.key), Instant.ofEpochMilli(row.value));
                }
            });
        }
    }

    /** The source has the row no more. */
    public void forget(FactKey row) {
        store.delete(row.toString());
    }

    private void put(String key, Instant committed) {
        Long before = store.get(key);
        if (before == null || before < committed.toEpochMilli()) {
            store.put(key, committed.toEpochMilli());
        }
    }

    private static String ofHome(String connection, String entity, String home) {
        return connection + "|" + entity + "|" + HOME + home;
    }
}
