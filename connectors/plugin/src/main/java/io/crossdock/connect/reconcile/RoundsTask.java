package io.crossdock.connect.reconcile;

import io.crossdock.connect.PluginVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the keys of one connection, round after round. {@link #poll} waits at most a second, so that pause and stop are quick.
 *
 * @param <S> where they are read
 */
abstract class RoundsTask<S extends KeySource> extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(RoundsTask.class);
    private static final long LONGEST_POLL = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable RoundSettings settings;
    private @Nullable Rounds rounds;
    private long pulseDue;
    private int failures;

    /** Opens the source for one step, which ends with closing it. */
    abstract S open() throws SourceAway;

    /** Nanoseconds until there is something else to look at beside the rounds; zero or less if it is due. */
    long lookWaitNanos(long now) {
        return Long.MAX_VALUE;
    }

    /** Looks at it. */
    List<SourceRecord> look(S source, long now) throws SourceAway {
        return List.of();
    }

    /** Not before then. */
    void postponeLook(long until) {
        // There is nothing else to look at.
    }

    /** Rounds begin, after what is left of the pause since the last one. */
    final void begin(RoundSettings read, KeyRecords records) {
        settings = read;
        Map<String, Object> offset = context.offsetStorageReader().offset(KeyRecords.partition(read.connection()));
        rounds = new Rounds(read, records, System.nanoTime() + pause(offset, read.every(), records));
    }

    private static long pause(@Nullable Map<String, Object> offset, Duration every, KeyRecords records) {
        if (offset == null
                || !(offset.get(KeyRecords.ENDED) instanceof Number ended)
                || !(offset.get(KeyRecords.ROUND) instanceof Number round)) {
            return 0;
        }
        records.roundEnded(round.longValue(), ended.longValue());
        long since = Math.max(0, System.currentTimeMillis() - ended.longValue());
        return Math.max(0, every.toNanos() - TimeUnit.MILLISECONDS.toNanos(since));
    }

    @Override
    @SuppressWarnings("NullAway") // null is Connect's "nothing now"; SourceTask is not annotated
    public final List<SourceRecord> poll() throws InterruptedException {
        RoundSettings how = settings;
        Rounds current = rounds;
        if (how == null || current == null) {
            return null;
        }
        long deadline = System.nanoTime() + LONGEST_POLL;
        while (stopped.getCount() > 0) {
            List<SourceRecord> records = new ArrayList<>();
            long now = System.nanoTime();
            if (pulseDue - now <= 0) {
                records.addAll(current.pulse());
                pulseDue = now + how.pulse().toNanos();
            }
            if (current.waitNanos(now) <= 0 || lookWaitNanos(now) <= 0) {
                records.addAll(read(how, current, now));
            }
            if (!records.isEmpty()) {
                return records;
            }
            long next = Math.min(current.waitNanos(now), lookWaitNanos(now));
            long wait = Math.min(Math.min(next, pulseDue - now), deadline - now);
            if (wait <= 0 && deadline - now <= 0) {
                return null;
            }
            boolean unused = stopped.await(Math.max(wait, 0), TimeUnit.NANOSECONDS);
        }
        return null;
    }

    /** A source that does not answer is asked again, later each time. */
    private List<SourceRecord> read(RoundSettings how, Rounds current, long now) throws InterruptedException {
        try (S source = open()) {
            List<SourceRecord> records = new ArrayList<>();
            if (lookWaitNanos(now) <= 0) {
                records.addAll(look(source, now));
            }
            if (current.waitNanos(now) <= 0) {
                records.addAll(current.step(source, now));
            }
            failures = 0;
            return records;
        } catch (SourceAway e) {
            long pause = FIRST_PAUSE << Math.min(failures++, MOST_DOUBLINGS);
            current.postpone(Math.max(System.nanoTime() + pause, now + current.waitNanos(now)));
            postponeLook(System.nanoTime() + pause);
            LOG.warn(
                    "{}: its rows cannot be read: {} (failure {} in a row); next try in {} ms",
                    how.connection(),
                    e.getMessage(),
                    failures,
                    pause / 1_000_000);
            return List.of();
        }
    }

    /** Connect may call this from another thread while {@link #poll} waits. */
    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public final String version() {
        return PluginVersion.text();
    }
}
