package io.crossdock.publish;

import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.freshness.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells of sources that have fallen silent (R176): one task does, so that it is told once. Of a source of which nothing is known nothing
 * is said, neither that it is silent nor that it speaks again.
 */
final class SourceExceptions {

    private static final String SOURCE_SILENT = "SOURCE_SILENT";
    private static final int TELLING = 0;
    private static final Duration RHYTHM = Duration.ofSeconds(5);

    private final ProcessorContext<String, Object> context;
    private final Map<String, Duration> silentAfter;
    private final Watermarks watermarks;
    private final ExceptionLifeCycle exceptions;

    /** {@code silentAfter} by source: how far it may be behind. */
    SourceExceptions(
            ProcessorContext<String, Object> context,
            Map<String, Duration> silentAfter,
            Watermarks watermarks,
            ExceptionLifeCycle exceptions) {
        this.silentAfter = silentAfter;
        this.watermarks = watermarks;
        this.exceptions = exceptions;
        this.context = context;
    }

    /** Looks again and again. */
    void begin() {
        if (context.taskId().partition() == TELLING) {
            context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::tell);
        }
    }

    private void tell(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        silentAfter.forEach((source, limit) -> watermarks.watermark(source).ifPresent(known -> {
            Map<String, Wrong> wrong =
                    known.isSilent(now, limit) ? Map.of(SOURCE_SILENT, silent(source, known, limit)) : Map.of();
            exceptions.update(Subject.of(source), wrong, now, new Record<>(source, (Object) source, millis));
        }));
    }

    private static Wrong silent(String source, Watermark known, Duration limit) {
        return new Wrong(
                source + " is known up to " + known.at() + " and no further: that is more than " + limit.toSeconds()
                        + " s ago. What its orders wait for is not reported meanwhile. Is its connector running (/ready,"
                        + " connectors[]), and the system itself?",
                known.at().plus(limit));
    }
}
