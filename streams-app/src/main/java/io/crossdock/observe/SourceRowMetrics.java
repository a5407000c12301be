package io.crossdock.observe;

import io.crossdock.reconcile.EntityStanding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How many rows each entity of each source has, and how many of them were not heard. Nothing of an entity that no round has read. */
public final class SourceRowMetrics {

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Supplier<List<EntityStanding>> standings;
    private final Map<String, EntityStanding> known = new ConcurrentHashMap<>();

    /** {@code standings} reads the store and may throw while it is restored. */
    public SourceRowMetrics(MeterRegistry metrics, Clock clock, Supplier<List<EntityStanding>> standings) {
        this.metrics = metrics;
        this.clock = clock;
        this.standings = standings;
    }

    /** Reads the store into the metrics. */
    public void refresh() {
        for (EntityStanding standing : standings.get()) {
            if (standing.round() != null || standing.open() + standing.surplus() > 0) {
                set(standing);
            }
        }
    }

    private void set(EntityStanding standing) {
        String key = standing.connection() + "|" + standing.entity();
        if (known.put(key, standing) == null) {
            gauge(key, "crossdock.source.rows", "Rows the source had in the last round.", EntityStanding::rows);
            gauge(
                    key,
                    "crossdock.source.rows.missing",
                    "Rows the source has that were not heard as they are there.",
                    EntityStanding::open);
            gauge(
                    key,
                    "crossdock.source.rows.surplus",
                    "Rows held that the source does not have any more.",
                    EntityStanding::surplus);
            gauge(key, "crossdock.source.round.seconds", "Age of the last round that was read to its end.", this::age);
        }
    }

    private void gauge(String key, String name, String description, ToDoubleFunction<EntityStanding> value) {
        Gauge.builder(name, known, all -> of(all.get(key), value))
                .description(description)
                .tags("connection", key.substring(0, key.indexOf('|')), "entity", key.substring(key.indexOf('|') + 1))
                .register(metrics);
    }

    private static double of(@Nullable EntityStanding standing, ToDoubleFunction<EntityStanding> value) {
        return standing == null ? Double.NaN : value.applyAsDouble(standing);
    }

    private double age(EntityStanding standing) {
        return standing.endedAt() == null
                ? Double.NaN
                : Math.max(
                        0, Duration.between(standing.endedAt(), clock.instant()).toMillis() / 1000.0);
    }
}
