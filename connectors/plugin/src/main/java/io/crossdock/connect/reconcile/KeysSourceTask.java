package io.crossdock.connect.reconcile;

import com.zaxxer.hikari.HikariDataSource;
import io.crossdock.connect.PluginVersion;
import java.sql.Connection;
import java.sql.SQLException;
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

/** Reads the tables of one connection, round after round. {@link #poll} waits at most a second, so that pause and stop are quick. */
public final class KeysSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(KeysSourceTask.class);
    private static final long LONGEST_POLL = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable KeysSourceConfig config;
    private @Nullable Rounds rounds;
    private @Nullable SlotWatch slot;
    private volatile @Nullable HikariDataSource database;
    private long pulseDue;
    private int failures;

    /** For Connect, which calls {@link #start} next. */
    public KeysSourceTask() {}

    @Override
    public void start(Map<String, String> options) {
        KeysSourceConfig read = new KeysSourceConfig(options);
        config = read;
        database = new HikariDataSource(read.database().readOnly("keys of " + read.connection()));
        KeyRecords records = new KeyRecords(read);
        Map<String, Object> offset = context.offsetStorageReader().offset(KeyRecords.partition(read.connection()));
        rounds = new Rounds(read, records, System.nanoTime() + pause(offset, read.every(), records));
        slot = new SlotWatch(read, records, System.nanoTime());
    }

    /** What is left of the pause after a round that ended before the start. */
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
    public List<SourceRecord> poll() throws InterruptedException {
        KeysSourceConfig settings = config;
        Rounds current = rounds;
        SlotWatch watch = slot;
        if (settings == null || current == null || watch == null) {
            return null;
        }
        long deadline = System.nanoTime() + LONGEST_POLL;
        while (stopped.getCount() > 0) {
            List<SourceRecord> records = new ArrayList<>();
            long now = System.nanoTime();
            if (pulseDue - now <= 0) {
                records.addAll(current.pulse());
                pulseDue = now + settings.pulse().toNanos();
            }
            if (current.waitNanos(now) <= 0 || watch.waitNanos(now) <= 0) {
                records.addAll(read(settings, current, watch, now));
            }
            if (!records.isEmpty()) {
                return records;
            }
            long next = Math.min(current.waitNanos(now), watch.waitNanos(now));
            long wait = Math.min(Math.min(next, pulseDue - now), deadline - now);
            if (wait <= 0 && deadline - now <= 0) {
                return null;
            }
            boolean unused = stopped.await(Math.max(wait, 0), TimeUnit.NANOSECONDS);
        }
        return null;
    }

    /** A source that does not answer is asked again, later each time. */
    private List<SourceRecord> read(KeysSourceConfig settings, Rounds current, SlotWatch watch, long now) {
        HikariDataSource pool = database;
        if (pool == null) {
            return List.of();
        }
        try (Connection connection = pool.getConnection()) {
            List<SourceRecord> records = new ArrayList<>();
            if (watch.waitNanos(now) <= 0) {
                records.addAll(watch.look(connection, now));
            }
            if (current.waitNanos(now) <= 0) {
                records.addAll(current.step(connection, now));
            }
            failures = 0;
            return records;
        } catch (SQLException e) {
            long pause = FIRST_PAUSE << Math.min(failures++, MOST_DOUBLINGS);
            current.postpone(Math.max(System.nanoTime() + pause, now + current.waitNanos(now)));
            watch.postpone(System.nanoTime() + pause);
            LOG.warn(
                    "{}: its tables cannot be read: {} (failure {} in a row); next try in {} ms",
                    settings.connection(),
                    cause(e),
                    failures,
                    pause / 1_000_000);
            return List.of();
        }
    }

    /** The pool only says that it has waited in vain. */
    private static @Nullable String cause(SQLException failure) {
        return failure.getCause() == null
                ? failure.getMessage()
                : failure.getCause().getMessage();
    }

    /** Connect may call this from another thread while {@link #poll} waits. */
    @Override
    public void stop() {
        stopped.countDown();
        HikariDataSource pool = database;
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }
}
