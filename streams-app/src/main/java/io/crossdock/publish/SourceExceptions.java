package io.crossdock.publish;

import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells of sources that have fallen silent (R176), and of those whose log is about to be lost or is (R197, R198): one task does, so that
 * it is told once. Of a source of which nothing is known nothing is said, neither that it is silent nor that it speaks again.
 */
final class SourceExceptions {

    private static final String SOURCE_SILENT = "SOURCE_SILENT";
    private static final String SLOT_LAG = "SLOT_LAG";
    private static final String SLOT_LOST = "SLOT_LOST";
    private static final long MIB = 1024 * 1024;
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
            Map<String, Wrong> wrong = new HashMap<>();
            if (known.isSilent(now, limit)) {
                wrong.put(SOURCE_SILENT, silent(source, known, limit));
            }
            watermarks.log(source).ifPresent(log -> slot(source, log, wrong));
            exceptions.update(Subject.of(source), wrong, now, new Record<>(source, (Object) source, millis));
        }));
    }

    private static void slot(String source, SourceLog log, Map<String, Wrong> to) {
        if (log.isLost()) {
            to.put(SLOT_LOST, Wrong.of(lost(source, log)));
        } else if (log.isEndangered()) {
            to.put(SLOT_LAG, Wrong.of(endangered(source, log)));
        }
    }

    private static String endangered(String source, SourceLog log) {
        long left = log.left() == null ? 0 : log.left();
        return source + " keeps " + log.kept() / MIB + " MiB of its log until " + source
                + "-source has read it, and after "
                + left / MIB + " MiB more the slot " + log.name()
                + " is lost. Does the connector run (/ready, connectors[]), and"
                + " does Kafka take what it reads? To win time, raise max_slot_wal_keep_size at the source and reload; the disk"
                + " there must hold it.";
    }

    private static String lost(String source, SourceLog log) {
        String what = log.state() == SourceLog.State.MISSING
                ? source + " has no replication slot " + log.name() + " any more"
                : source + " has removed the log that was kept for the slot " + log.name();
        return what
                + ": what was changed there and not read cannot be read as changes. Drop the slot if it is still there"
                + " (select pg_drop_replication_slot('" + log.name() + "')) and restart " + source
                + "-source: it makes a new one, and what was missed is named (SOURCE_GAP) and read again from the tables.";
    }

    private static Wrong silent(String source, Watermark known, Duration limit) {
        return new Wrong(
                source + " is known up to " + known.at() + " and no further: that is more than " + limit.toSeconds()
                        + " s ago. What its orders wait for is not reported meanwhile. Is its connector running (/ready,"
                        + " connectors[]), and the system itself?",
                known.at().plus(limit));
    }
}
