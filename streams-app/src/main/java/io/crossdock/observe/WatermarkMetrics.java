package io.crossdock.observe;

import io.crossdock.order.freshness.Watermark;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The age of each source's watermark. A source of which none is known has no age, because unknown is not zero, and says so by
 * {@code crossdock_source_watermark_known}.
 */
public final class WatermarkMetrics {

    private final MeterRegistry metrics;
    private final Clock clock;
    private final List<String> connections;
    private final Function<String, Optional<Watermark>> watermarks;
    private final Map<String, Watermark> known = new ConcurrentHashMap<>();

    /** {@code connections} are those with a source; {@code watermarks} reads the store and may throw while it is restored. */
    public WatermarkMetrics(
            MeterRegistry metrics,
            Clock clock,
            List<String> connections,
            Function<String, Optional<Watermark>> watermarks) {
        this.metrics = metrics;
        this.clock = clock;
        this.connections = List.copyOf(connections);
        this.watermarks = watermarks;
        for (String connection : this.connections) {
            Gauge.builder("crossdock.source.watermark.known", known, all -> all.containsKey(connection) ? 1 : 0)
                    .description("1 if it is known up to when a source has been read.")
                    .tags("connection", connection)
                    .register(metrics);
        }
    }

    /** Reads the store into the metrics. */
    public void refresh() {
        connections.forEach(connection -> watermarks.apply(connection).ifPresent(now -> set(connection, now)));
    }

    private void set(String connection, Watermark watermark) {
        if (known.put(connection, watermark) == null) {
            Gauge.builder("crossdock.source.watermark.seconds", known, all -> age(all.get(connection)))
                    .description("Age of the instant before which everything committed at the source has landed.")
                    .tags("connection", connection)
                    .register(metrics);
        }
    }

    private double age(@Nullable Watermark watermark) {
        return watermark == null ? Double.NaN : watermark.age(clock.instant()).toMillis() / 1000.0;
    }
}
