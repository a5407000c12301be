package io.crossdock.bench.throughput;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** Sees from Kafka's own meters when a topology has processed everything, and what it moved meanwhile. */
final class Meters {

    /** No record was processed or written for so long: nothing is left. Longer than a rest and the turns of four tasks. */
    private static final long QUIET_NANOS = 5_000_000_000L;

    private static final long LOOK_EVERY_MS = 5;

    /** Stores merge in steps, and rest for a moment between them. */
    private static final long SETTLED_NANOS = 10_000_000_000L;

    private static final long MERGING_LOOK_EVERY_MS = 100;

    private final KafkaStreams streams;
    private final List<Metric> processed;
    private final List<Metric> written;
    private final List<Metric> sent;
    private final List<Metric> received;
    private final List<Metric> merging;

    Meters(KafkaStreams streams) {
        this.streams = streams;
        this.processed = named("stream-thread-metrics", "process-total");
        this.written = named("producer-metrics", "record-send-total");
        this.sent = named("producer-metrics", "outgoing-byte-total");
        this.received = named("consumer-metrics", "incoming-byte-total");
        this.merging = Stream.of("num-running-flushes", "num-running-compactions", "mem-table-flush-pending")
                .flatMap(name -> named("stream-state-metrics", name).stream())
                .toList();
    }

    /** Waits until stores neither write nor merge files, and says how long it took: what a restore leaves goes on after it. */
    String settle() {
        long begun = System.nanoTime();
        long busy = begun;
        while (System.nanoTime() - busy < SETTLED_NANOS) {
            if (total(merging) > 0) {
                busy = System.nanoTime();
            }
            sleep(MERGING_LOOK_EVERY_MS);
        }
        return String.format(Locale.ROOT, "settled %.0f", (busy - begun) / 1e9);
    }

    /**
     * Resumes, waits until nothing is left, and says it in one line: seconds from resuming to the last record that was written, records
     * processed, bytes sent to the broker and received from it. The last record is long taken when the last order is projected (R201).
     *
     * @param atLeast so many records are there to be processed
     */
    String drain(long atLeast) {
        double before = total(processed);
        double sentBefore = total(sent);
        double receivedBefore = total(received);
        long begun = System.nanoTime();
        streams.resume();
        long changed = begun;
        double done = before + total(written);
        while (total(processed) - before < atLeast || System.nanoTime() - changed < QUIET_NANOS) {
            sleep(LOOK_EVERY_MS);
            double now = total(processed) + total(written);
            if (now > done) {
                done = now;
                changed = System.nanoTime();
            }
        }
        return String.format(
                Locale.ROOT,
                "drained %.3f %.0f %.0f %.0f",
                (changed - begun) / 1e9,
                total(processed) - before,
                total(sent) - sentBefore,
                total(received) - receivedBefore);
    }

    static void sleep(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    private List<Metric> named(String group, String name) {
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals(group)
                        && metric.getKey().name().equals(name))
                .<Metric>map(java.util.Map.Entry::getValue)
                .toList();
    }

    private static double total(List<Metric> metrics) {
        return metrics.stream()
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .sum();
    }
}
