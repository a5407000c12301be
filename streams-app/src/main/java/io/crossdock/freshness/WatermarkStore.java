package io.crossdock.freshness;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.WatermarkState;
import io.crossdock.order.freshness.Watermark;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The global store {@code watermarks}: the watermark of each connection, made anew at each start from what the topic still holds. */
public final class WatermarkStore {

    /** Name of the store. */
    public static final String NAME = "watermarks";

    private final KeyValueStore<String, WatermarkState> store;

    WatermarkStore(KeyValueStore<String, WatermarkState> store) {
        this.store = store;
    }

    /** How the store is built; its changelog is the topic of heartbeats itself. */
    public static StoreBuilder<KeyValueStore<String, WatermarkState>> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(NAME),
                        Serdes.String(),
                        new AvroBytes<WatermarkState>(WatermarkState.getClassSchema()))
                .withLoggingDisabled();
    }

    /** Puts a heartbeat to what is known. */
    void hear(String connection, Watermark heard) {
        Optional<Watermark> known = Optional.ofNullable(store.get(connection)).map(WatermarkStore::watermark);
        store.put(connection, state(known.map(before -> before.and(heard)).orElse(heard)));
    }

    static Watermark watermark(WatermarkState state) {
        return new Watermark(state.getAt(), state.getLandedAt(), state.getEpoch());
    }

    /** Rounded down: a watermark never says more than it heard. */
    private static WatermarkState state(Watermark watermark) {
        return new WatermarkState(
                watermark.at().truncatedTo(ChronoUnit.MILLIS),
                watermark.landedAt().truncatedTo(ChronoUnit.MILLIS),
                watermark.epoch());
    }
}
