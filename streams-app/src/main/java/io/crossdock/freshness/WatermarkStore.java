package io.crossdock.freshness;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.SourceLogState;
import io.crossdock.contract.WatermarkState;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

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
        WatermarkState known = store.get(connection);
        Watermark now = known == null ? heard : watermark(known).and(heard);
        store.put(connection, state(now, known == null ? null : known.getLog()));
    }

    /** Puts what was seen of a source's log to what is known; nothing before its first heartbeat, when there may be none yet. */
    void hear(String connection, SourceLog seen) {
        WatermarkState known = store.get(connection);
        if (known != null) {
            SourceLog before = log(known);
            store.put(
                    connection,
                    WatermarkState.newBuilder(known)
                            .setLog(state(before == null ? seen : before.and(seen)))
                            .build());
        }
    }

    static @Nullable SourceLog log(WatermarkState state) {
        SourceLogState log = state.getLog();
        return log == null
                ? null
                : new SourceLog(
                        log.getName(),
                        SourceLog.State.valueOf(log.getState()),
                        log.getKept(),
                        log.getLeft(),
                        log.getSince(),
                        log.getSeenAt());
    }

    private static SourceLogState state(SourceLog log) {
        return new SourceLogState(
                log.name(),
                log.state().name(),
                log.kept(),
                log.left(),
                log.since().truncatedTo(ChronoUnit.MILLIS),
                log.seenAt().truncatedTo(ChronoUnit.MILLIS));
    }

    static Watermark watermark(WatermarkState state) {
        return new Watermark(state.getAt(), state.getLandedAt(), state.getEpoch());
    }

    /** Rounded down: a watermark never says more than it heard. */
    private static WatermarkState state(Watermark watermark, @Nullable SourceLogState log) {
        return new WatermarkState(
                watermark.at().truncatedTo(ChronoUnit.MILLIS),
                watermark.landedAt().truncatedTo(ChronoUnit.MILLIS),
                watermark.epoch(),
                log);
    }
}
