package io.crossdock.reconcile;

import io.crossdock.correlate.HomeRows;
import io.crossdock.heard.UnreadRows;
import io.crossdock.order.fact.FactKey;
import io.crossdock.systems.Captured;
import io.crossdock.systems.EntityDefinition;
import io.crossdock.systems.OnDelete;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rows that stand here and that a whole round has not met (R196). It keeps in memory what a round has met, so that a round of
 * which the begin was not seen here is none; and it goes through the mailboxes a few at a time, so that nobody waits for it.
 */
final class Sweep {

    private static final Duration RHYTHM = Duration.ofMillis(200);
    private static final int ENTRIES_A_LOOK = 5_000;

    private final SourceTables tables;
    private final HomeRows rows;
    private final UnreadRows unread;
    private final Suspicions suspicions;
    private final Map<String, MetKeys> met = new HashMap<>();
    private final Deque<Task> tasks = new ArrayDeque<>();
    private @Nullable String position;

    private record Task(String connection, Captured entity, MetKeys met, Instant ended) {}

    Sweep(SourceTables tables, HomeRows rows, UnreadRows unread, Suspicions suspicions) {
        this.tables = tables;
        this.rows = rows;
        this.unread = unread;
        this.suspicions = suspicions;
    }

    void begin(ProcessorContext<?, ?> context) {
        context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, now -> goOn());
    }

    void began(KeyRecord.Began began) {
        met.put(began.connection() + "|" + began.entity(), new MetKeys(began.round(), began.at()));
    }

    void met(KeyRecord.Met row) {
        MetKeys keys = met.get(row.key().connection() + "|" + row.key().entity());
        if (keys != null && keys.round() == row.round()) {
            keys.add(row.key().primaryKey());
        }
    }

    void ended(KeyRecord.Ended ended) {
        MetKeys keys = met.remove(ended.connection() + "|" + ended.entity());
        if (keys == null || keys.round() != ended.round()) {
            return;
        }
        keys.close();
        tasks.add(new Task(ended.connection(), tables.entity(ended.connection(), ended.entity()), keys, ended.at()));
    }

    private void goOn() {
        Task task = tasks.peek();
        if (task == null) {
            return;
        }
        position = isExpected(task.entity()) ? look(task) : null;
        if (position == null) {
            tasks.remove();
            suspicions.dropSurplusBefore(
                    task.connection(), task.entity().name(), task.met().round());
            forgetUnread(task);
        }
    }

    /** What is kept on purpose when it is deleted is not expected at the source; reference data of the past only colours the past. */
    private static boolean isExpected(Captured captured) {
        return captured instanceof EntityDefinition entity
                && entity.onDelete() != OnDelete.PURGE
                && entity.onDelete() != OnDelete.REPORT;
    }

    private @Nullable String look(Task task) {
        return rows.next(task.connection(), task.entity().homeType(), position, ENTRIES_A_LOOK, (home, key) -> {
            if (key.entity().equals(task.entity().name())
                    && key.connection().equals(task.connection())
                    && !task.met().contains(key.primaryKey())) {
                suspicions.notMet(key, home, task.met().round(), task.met().began(), task.ended());
            }
        });
    }

    /** What could not be read of rows that are gone explains nothing any more. */
    private void forgetUnread(Task task) {
        List<FactKey> gone = new ArrayList<>();
        unread.each(task.connection(), task.entity().name(), (key, committed) -> {
            if (committed.isBefore(task.met().began()) && !task.met().contains(key.primaryKey())) {
                gone.add(key);
            }
        });
        gone.forEach(unread::forget);
    }
}
