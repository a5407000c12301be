package io.crossdock.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What Kafka Streams says of itself, reduced to few series that keep their labels over restarts: whether it runs, its threads, and
 * how many records of each topic it has not read yet.
 */
public final class StreamsMetrics {

    private static final String CLIENT = "stream-metrics";
    private static final String CONSUMER = "consumer-fetch-manager-metrics";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> measured;
    private final Supplier<? extends Map<String, Integer>> complete;
    private final MultiGauge behind;
    private final MultiGauge answering;

    /**
     * Registers in {@code metrics}.
     *
     * @param running whether this instance runs, neither starting nor rebalancing nor ended
     * @param measured the metrics of Kafka Streams and of its clients
     * @param complete how many partitions of each store are complete here
     */
    public StreamsMetrics(
            MeterRegistry metrics,
            BooleanSupplier running,
            Supplier<? extends Map<MetricName, ? extends Metric>> measured,
            Supplier<? extends Map<String, Integer>> complete) {
        this.measured = measured;
        this.complete = complete;
        Gauge.builder("crossdock.streams.running", () -> running.getAsBoolean() ? 1 : 0)
                .description("1 while the streams of this instance run.")
                .register(metrics);
        Gauge.builder("crossdock.stream.threads.alive", () -> client("alive-stream-threads"))
                .description("Stream threads that live.")
                .register(metrics);
        FunctionCounter.builder("crossdock.stream.threads.failed", this, self -> self.client("failed-stream-threads"))
                .description("Stream threads that died since the start.")
                .register(metrics);
        this.behind = MultiGauge.builder("crossdock.topic.lag.records")
                .description("Records of a topic that have arrived and are not read yet.")
                .register(metrics);
        this.answering = MultiGauge.builder("crossdock.store.partitions.complete")
                .description("Partitions of a store that are complete here, worked on or copied.")
                .register(metrics);
    }

    /** Reads what is behind, by topic, and what is complete, by store, into the metrics. */
    public void refresh() {
        Map<String, Double> records = new TreeMap<>();
        measured.get().forEach((name, metric) -> {
            if (isLag(name) && metric.metricValue() instanceof Double lag && !lag.isNaN()) {
                records.merge(String.valueOf(name.tags().get("topic")), lag, Double::sum);
            }
        });
        behind.register(rows("topic", records), true);
        answering.register(rows("store", complete.get()), true);
    }

    private static List<MultiGauge.Row<?>> rows(String label, Map<String, ? extends Number> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(Tags.of(label, each.getKey()), each.getValue()))
                .toList();
    }

    /** Not of a restore consumer; and not the copy under the older name, in which Kafka writes underscores for the dots of a topic. */
    private static boolean isLag(MetricName name) {
        String topic = name.tags().get("topic");
        return name.group().equals(CONSUMER)
                && name.name().equals("records-lag")
                && topic != null
                && !topic.contains("_")
                && !name.tags().getOrDefault("client-id", "").endsWith("restore-consumer");
    }

    private double client(String metric) {
        return measured.get().entrySet().stream()
                .filter(each -> each.getKey().group().equals(CLIENT))
                .filter(each -> each.getKey().name().equals(metric))
                .map(each -> each.getValue().metricValue())
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sum();
    }
}
