package io.crossdock.correlate;

import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.FactCodec;
import io.crossdock.contract.FeedState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store {@code feeds}: what one task has seen lately of each connection, and the deletions that are held. */
final class FeedStore {

    static final String NAME = "feeds";

    private static final char END = '\u0000';
    private static final AvroBytes<FeedState> STATES = new AvroBytes<>(FeedState.getClassSchema());
    private static final AvroBytes<io.crossdock.contract.Fact> FACTS =
            new AvroBytes<>(io.crossdock.contract.Fact.getClassSchema());

    private final KeyValueStore<String, byte[]> store;

    FeedStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** What was seen of a feed: a connection, or {@code connection|entity}. */
    FeedState state(String feed) {
        byte[] bytes = store.get("S" + feed);
        return bytes == null ? new FeedState(0, 0, false, Instant.EPOCH, 0, 0L) : STATES.read(bytes);
    }

    void put(String feed, FeedState state) {
        store.put("S" + feed, STATES.serialize(NAME, state));
    }

    /** Holds a deletion; of two of one row the newer is held, whichever comes last. Answers whether it is the first. */
    boolean hold(Fact deletion) {
        String key = heldKey(deletion.key());
        byte[] held = store.get(key);
        boolean isFirst = held == null;
        if (isFirst || FactCodec.fromAvro(FACTS.read(held)).version().compareTo(deletion.version()) < 0) {
            store.put(key, FACTS.serialize(NAME, FactCodec.toAvro(deletion)));
        }
        return isFirst;
    }

    void release(FactKey key) {
        store.delete(heldKey(key));
    }

    /** Every deletion that is held, by key. */
    List<Fact> held() {
        List<Fact> held = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan("H", new StringSerializer())) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                held.add(FactCodec.fromAvro(FACTS.read(entry.value)));
            }
        }
        return held;
    }

    static String heldKey(FactKey key) {
        return "H" + key.connection() + END + key;
    }
}
