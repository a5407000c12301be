package io.crossdock.observe;

import io.crossdock.order.severity.Severity;
import io.crossdock.order.status.OrderException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Metrics whose truth is in the stores: counted outcomes, open exceptions, and milestones a target does not know. Read anew for each
 * scrape, so that they are right after a restart.
 */
public final class StoreMetrics {

    private static final String UNSYNCED = "Milestones that a target does not know yet.";
    private static final String OLDEST = "Age of the oldest milestone that a target does not know yet.";

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Supplier<Map<String, Long>> outcomes;
    private final Supplier<List<OpenLag>> unsynced;
    private final Map<String, Double> values = new ConcurrentHashMap<>();

    /** {@code outcomes} and {@code unsynced}, live ones only, read the stores; both may throw while the stores are restored. */
    public StoreMetrics(
            MeterRegistry metrics,
            Clock clock,
            Supplier<Map<String, Long>> outcomes,
            Supplier<List<OpenLag>> unsynced) {
        this.metrics = metrics;
        this.clock = clock;
        this.outcomes = outcomes;
        this.unsynced = unsynced;
    }

    /** Reads the stores into the metrics. */
    public void refresh() {
        for (OrderException.Type type : OrderException.Type.values()) {
            // A type that never occurred shows as none open, not as unknown.
            values.computeIfAbsent(
                    "exception|" + type.name() + "|" + Severity.MAJOR,
                    key -> openExceptions(key, type.name(), Severity.MAJOR.name()));
        }
        Map<String, Long> counts = outcomes.get();
        // What this instance counted for a task that another one has now is counted there.
        values.replaceAll((key, value) -> counts.containsKey(key) || key.startsWith("unsynced") ? value : 0.0);
        counts.forEach(this::set);
        Map<String, Long> open = new HashMap<>();
        Map<String, Double> oldest = new HashMap<>();
        for (OpenLag lag : unsynced.get()) {
            String key = lag.state() + "|" + lag.target();
            Duration age = Duration.between(lag.oldest(), clock.instant());
            open.merge(key, lag.count(), Long::sum);
            oldest.merge(key, age.toMillis() / 1000.0, Math::max);
        }
        values.replaceAll((key, value) -> key.startsWith("unsynced") ? 0.0 : value);
        open.forEach((key, count) -> gauge("unsynced|" + key, "crossdock.order.state.unsynced", UNSYNCED, count, key));
        oldest.forEach((key, age) ->
                gauge("unsynced-oldest|" + key, "crossdock.order.state.unsynced.oldest.seconds", OLDEST, age, key));
    }

    private void set(String key, long count) {
        boolean first = values.put(key, (double) count) == null;
        String[] parts = key.split("\\|", -1);
        if (!first) {
            return;
        }
        switch (parts[0]) {
            case "outcome" ->
                counter(key, "crossdock.records", "stage", parts[1], "connection", parts[2], "outcome", parts[3]);
            case "dead-letter" ->
                counter(key, "crossdock.dead.letters", "stage", parts[1], "connection", parts[2], "reason", parts[3]);
            case "held" -> heldExceptions(key, parts[1]);
            default -> openExceptions(key, parts[1], parts[2]);
        }
    }

    private double openExceptions(String key, String type, String severity) {
        Gauge.builder("crossdock.exceptions.open", values, all -> all.getOrDefault(key, 0.0))
                .tags("type", type, "severity", severity)
                .description("Open exceptions by type and severity.")
                .register(metrics);
        return 0;
    }

    private void heldExceptions(String key, String type) {
        Gauge.builder("crossdock.exceptions.held", values, all -> all.getOrDefault(key, 0.0))
                .tags("type", type)
                .description("Open exceptions of a type of which there are so many that these are not told one by one.")
                .register(metrics);
    }

    private void counter(String key, String name, String... tags) {
        FunctionCounter.builder(name, values, all -> all.getOrDefault(key, 0.0))
                .tags(tags)
                .description("Counted with the record, in its transaction.")
                .register(metrics);
    }

    private void gauge(String key, String name, String description, double value, String stateAndTarget) {
        if (values.put(key, value) == null) {
            String[] parts = stateAndTarget.split("\\|", -1);
            Gauge.builder(name, values, all -> all.getOrDefault(key, 0.0))
                    .tags("state", parts[0], "target", parts[1])
                    .description(description)
                    .register(metrics);
        }
    }
}
