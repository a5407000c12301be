package io.crossdock.freshness;

import io.crossdock.contract.WatermarkState;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * How far the sources are known to have been read. In a processor: {@code new Watermarks(context.getStateStore(WatermarkStore.NAME))};
 * a global store needs no connecting.
 */
public final class Watermarks {

    private final ReadOnlyKeyValueStore<String, WatermarkState> store;

    /** Reads the global store {@code watermarks}. */
    public Watermarks(ReadOnlyKeyValueStore<String, WatermarkState> store) {
        this.store = store;
    }

    /**
     * The promise: every record committed at the source before this instant, by the source's clock, has landed in raw topics. Landed,
     * not processed: this task may still have it before it, and another task's records say nothing here. It is about commits, not about
     * the times in rows, and MariaDB stamps a row when its statement begins: to know whether the rest of a record's transaction has landed,
     * ask {@link #hasLandedWhole}.
     *
     * @return empty while nothing is known: before the first heartbeat, during a first snapshot, and when none came for as long as the
     *     topic keeps them. Unknown is not old. Never goes back, except when the connection's epoch rises
     */
    public Optional<Instant> of(String connection) {
        return watermark(connection).map(Watermark::at);
    }

    /** All that is known of a connection; empty as {@link #of}. */
    public Optional<Watermark> watermark(String connection) {
        return Optional.ofNullable(store.get(connection)).map(WatermarkStore::watermark);
    }

    /** How the log stands that a source keeps for us; empty while nobody has looked, and for a source that is polled. */
    public Optional<SourceLog> log(String connection) {
        return Optional.ofNullable(store.get(connection)).map(WatermarkStore::log);
    }

    /**
     * True if whatever was committed together with a record has landed: the source has been read past it, because its log holds a
     * transaction in one piece and the heartbeat landed behind it. Independent of the source's clock. False while that is not known.
     *
     * @param landedAt when the record landed, by the broker's clock
     */
    public boolean hasLandedWhole(String connection, Instant landedAt) {
        return watermark(connection).filter(known -> known.isPast(landedAt)).isPresent();
    }
}
