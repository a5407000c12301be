package io.crossdock.observe;

import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The age of each source's watermark, and how much log it keeps. A source of which none is known has no age, because unknown is not zero, and says so by
 * {@code crossdock_source_watermark_known}.
 */
public final class WatermarkMetrics {

    private final MeterRegistry metrics;
    private final Clock clock;
    private final List<String> connections;
    private final Function<String, Optional<Watermark>> watermarks;
    private final Function<String, Optional<SourceLog>> logs;
    private final Map<String, SourceLog> kept = new ConcurrentHashMap<>();
    private final Set<String> limited = ConcurrentHashMap.newKeySet();
    private final Map<String, Watermark> known = new ConcurrentHashMap<>();

    /** {@code connections} are those with a source; the functions read the store and may throw while it is restored. */
    public WatermarkMetrics(
            MeterRegistry metrics,
            Clock clock,
            List<String> connections,
            Function<String, Optional<Watermark>> watermarks,
            Function<String, Optional<SourceLog>> logs) {
        this.metrics = metrics;
        this.logs = logs;
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
        for (String connection : connections) {
            watermarks.apply(connection).ifPresent(now -> set(connection, now));
            logs.apply(connection).ifPresent(now -> set(connection, now));
        }
    }

    private void set(String connection, SourceLog log) {
        if (kept.put(connection, log) == null) {
            Gauge.builder("crossdock.source.log.kept.bytes", kept, all -> bytes(all.get(connection), SourceLog::kept))
                    .description("Log that a source keeps until its connector has read it.")
                    .tags("connection", connection)
                    .register(metrics);
        }
        if (log.left() != null && limited.add(connection)) {
            Gauge.builder("crossdock.source.log.left.bytes", kept, all -> bytes(all.get(connection), SourceLog::left))
                    .description(
                            "Log that may still be written at a source before what is kept is lost; none without a limit.")
                    .tags("connection", connection)
                    .register(metrics);
        }
    }

    private static double bytes(@Nullable SourceLog log, Function<SourceLog, @Nullable Long> of) {
        Long bytes = log == null ? null : of.apply(log);
        return bytes == null ? Double.NaN : bytes;
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
