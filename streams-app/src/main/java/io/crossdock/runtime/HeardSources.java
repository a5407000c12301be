package io.crossdock.runtime;

import io.crossdock.contract.WatermarkState;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.StoreView;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What this instance knows of the sources, for whoever asks from outside the topology. */
final class HeardSources {

    private final StoreView stores;

    HeardSources(StoreView stores) {
        this.stores = stores;
    }

    /**
     * How far a source has been read.
     *
     * @throws NotReadyException while the store is restored
     */
    Optional<Watermark> watermark(String connection) {
        return heard().watermark(connection);
    }

    /**
     * How a source's log stands.
     *
     * @throws NotReadyException while the store is restored
     */
    Optional<SourceLog> log(String connection) {
        return heard().log(connection);
    }

    /** The same; nothing is known while the store is restored. */
    Optional<Watermark> knownWatermark(String connection) {
        return known(() -> watermark(connection));
    }

    /** The same; nothing is known while the store is restored. */
    Optional<SourceLog> knownLog(String connection) {
        return known(() -> log(connection));
    }

    private Watermarks heard() {
        return new Watermarks(stores.<WatermarkState>global(WatermarkStore.NAME));
    }

    private static <T> Optional<T> known(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (NotReadyException | InvalidStateStoreException e) {
            return Optional.empty();
        }
    }
}
