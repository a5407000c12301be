package io.crossdock.runtime;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where a stream thread is that stands still. It asks for records some hundred times a second; one that has not for half a minute
 * is held up by something, and only its stack tells by what.
 */
final class StreamThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamThreads.class);
    private static final Pattern NAME = Pattern.compile(".*-StreamThread-\\d+");
    /** The consumer of one, not the one it restores with. */
    private static final Pattern CONSUMER = Pattern.compile(NAME + "-consumer");

    private static final String ASKED = "last-poll-seconds-ago";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long RHYTHM_SECONDS = 5;
    private static final int FRAMES = 40;

    private final Supplier<Duration> sinceAsked;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stream-threads").daemon().factory());
    private boolean stands;

    /** {@code sinceAsked} says when the one that has not asked for records for longest asked last. */
    StreamThreads(Supplier<Duration> sinceAsked) {
        this.sinceAsked = sinceAsked;
    }

    /** Those of one application. */
    static StreamThreads of(KafkaStreams streams) {
        return new StreamThreads(() -> sinceAsked(streams.metrics()));
    }

    /** Looks from now on. */
    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, RHYTHM_SECONDS, RHYTHM_SECONDS, TimeUnit.SECONDS);
    }

    /** One look; a standstill is told once. */
    void look() {
        Duration since = sinceAsked.get();
        boolean stood = stands;
        stands = since.compareTo(PATIENCE) > 0;
        if (stands && !stood) {
            LOG.warn("No records have been asked for since {} s. {}", since.toSeconds(), stacks());
        } else if (stood && !stands) {
            LOG.info("Records are asked for again.");
        }
    }

    /** Where each stream thread of this process is. */
    static String stacks() {
        String found = Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> NAME.matcher(each.getKey().getName()).matches())
                .map(StreamThreads::text)
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? "No stream thread is left." : found;
    }

    private static String text(Map.Entry<Thread, StackTraceElement[]> each) {
        return Arrays.stream(each.getValue())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining(
                        "", each.getKey().getName() + " is " + each.getKey().getState(), ""));
    }

    private static Duration sinceAsked(Map<?, ? extends Metric> metrics) {
        double seconds = metrics.values().stream()
                .filter(metric -> metric.metricName().name().equals(ASKED))
                .filter(metric -> CONSUMER.matcher(
                                String.valueOf(metric.metricName().tags().get("client-id")))
                        .matches())
                .mapToDouble(metric -> metric.metricValue() instanceof Number number ? number.doubleValue() : 0)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Duration.ofSeconds(Math.max(0, (long) seconds));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
