package io.crossdock.connect;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what was started again. */
public final class Restarts {

    private final MeterRegistry metrics;

    /** Counts into {@code metrics}. */
    public Restarts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A connector or one of its tasks was started again. */
    public void count(String connector) {
        Counter.builder("crossdock.connector.restarts")
                .description("Failed connectors and tasks that were started again.")
                .tags("connector", connector)
                .register(metrics)
                .increment();
    }
}
