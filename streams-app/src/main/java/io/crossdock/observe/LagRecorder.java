package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The lag of each order state, by {@link Hop}. */
public final class LagRecorder {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
                Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
                Duration.ofSeconds(5),
        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofMinutes(15),
        Duration.ofMinutes(40), Duration.ofHours(2)
    };

    private final MeterRegistry metrics;
    private final RecentLag recent;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** Measures into {@code metrics} and keeps the last samples in {@code recent}. */
    public LagRecorder(MeterRegistry metrics, RecentLag recent) {
        this.metrics = metrics;
        this.recent = recent;
    }

    /** Measures one confirmed milestone; {@code confirmedAt} must be set. */
    public void record(OrderSync sync) {
        for (Hop hop : Hop.values()) {
            if (hop.isPartOf(sync)) {
                measure(sync, hop);
            }
        }
        recent.add(sync);
    }

    /** How long a row of a target took from there to us: what it shows may be so old. */
    public void ownFeed(String target, Duration behind) {
        if (!behind.isNegative()) {
            ownFeedTimer(target).record(behind);
        }
    }

    /** So long, at most, 99 of 100 rows of a target took lately; zero if none came. */
    public Duration ownFeed(String target) {
        ValueAtPercentile[] percentiles = ownFeedTimer(target).takeSnapshot().percentileValues();
        return Duration.ofMillis(Math.round(percentiles[0].value(TimeUnit.MILLISECONDS)));
    }

    private Timer ownFeedTimer(String target) {
        return timers.computeIfAbsent(
                "own-feed|" + target,
                key -> Timer.builder("crossdock.target.feed.lag")
                        .description("Time a target's own rows took from there to here, lately.")
                        .tags("target", target)
                        .publishPercentiles(0.99)
                        .register(metrics));
    }

    private void measure(OrderSync sync, Hop hop) {
        Duration lag = hop.of(sync);
        if (lag.isNegative()) {
            // Two clocks disagree. The sample is counted as that, not bent to zero in silence.
            Counter.builder("crossdock.clock.skew")
                    .description("Hops whose end lies before their begin: two clocks disagree.")
                    .tags("source", sync.getSource(), "target", sync.getTarget(), "hop", hop.text())
                    .register(metrics)
                    .increment();
            return;
        }
        timer(StateLabel.of(sync), sync.getSource(), sync.getTarget(), hop.text())
                .record(lag);
    }

    private Timer timer(String state, String source, String target, String hop) {
        return timers.computeIfAbsent(
                String.join("|", state, source, target, hop),
                key -> Timer.builder("crossdock.order.state.lag")
                        .description("Time a milestone took to reach a target, by hop.")
                        .tags("state", state, "source", source, "target", target, "hop", hop)
                        .serviceLevelObjectives(BUCKETS)
                        .register(metrics));
    }
}
