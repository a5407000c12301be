package io.crossdock.exceptions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long exceptions last, from opened to resolved, by type. */
public final class ResolutionTimes {

    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(24),
        Duration.ofDays(7)
    };

    private final MeterRegistry metrics;

    /** Measures into {@code metrics}. */
    public ResolutionTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** An exception of a type has been resolved after so long. */
    public void record(String type, Duration lasted) {
        Timer.builder("crossdock.exceptions.resolution")
                .description("Time from opened to resolved.")
                .tags("type", type)
                .serviceLevelObjectives(BUCKETS)
                .register(metrics)
                .record(lasted);
    }
}
