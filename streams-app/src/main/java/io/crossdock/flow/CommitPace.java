package io.crossdock.flow;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Finishes and commits at once where somebody waits for what is committed, and rarely where records have waited long already. A
 * transaction costs some milliseconds whatever is in it: one every 10 ms is what makes a hop quick, and takes half the time of a task
 * that has a backlog to work off. Such a task commits some times a second. Either commits when everything taken is finished: what is not would
 * be written down, to be finished by the next life of the task.
 */
public final class CommitPace {

    /** How often a task that keeps up finishes and commits. */
    public static final Duration BEAT = Duration.ofMillis(10);

    /** A record that landed so long ago was in a backlog; well above what several hops take together. */
    private static final long BACKLOG_MS = 250;

    /** So long a task finishes in a round: its transaction must end before it times out, however many wide orders wait. */
    private static final long TURN = Duration.ofMillis(500).toNanos();

    /** More than that takes memory without end where more comes than a round has time for: it is finished before more is taken. */
    private static final int MUCH = 10_000;

    /** What is left to do of the records that were taken. */
    @FunctionalInterface
    public interface Finishing {

        /** Does it as long as there is time; how much is left to do, about a fact each. */
        int finish(BooleanSupplier hasTime);
    }

    private final ProcessingContext context;
    private final Finishing finishing;
    private final LongSupplier elapsed;
    private final ThreadShare thread;
    private final ThreadShare.Part part;
    private boolean isNews;
    private boolean isBehind;

    /**
     * The pace of one task of the thread that asks.
     *
     * @param finishing does what is left to do of the records that were taken
     * @param elapsed nanoseconds since a time before; the clock of {@code context} stands still while a task finishes
     */
    public CommitPace(ProcessingContext context, Finishing finishing, LongSupplier elapsed) {
        this(context, finishing, elapsed, ThreadShare.ofThisThread());
    }

    CommitPace(ProcessingContext context, Finishing finishing, LongSupplier elapsed, ThreadShare thread) {
        this.context = context;
        this.finishing = finishing;
        this.elapsed = elapsed;
        this.thread = thread;
        this.part = thread.new Part();
    }

    /** Begins to look whether there is something to finish and commit. */
    public void begin() {
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> look());
    }

    /**
     * A record is taken; its timestamp is the time when it, or what caused it, landed.
     *
     * @return milliseconds since then; none if that is a time still to come
     */
    public long takes(Record<?, ?> record) {
        owes();
        long late = Math.max(0, context.currentSystemTimeMs() - record.timestamp());
        isBehind = late > BACKLOG_MS;
        return late;
    }

    /** Something was done that somebody waits for, by a record or by the clock: it is committed with the next round. */
    public void owes() {
        isNews = true;
    }

    /** How long a task that is alone and keeps up gathers after finishing took so long. */
    public static Duration restAfter(Duration took) {
        return ThreadShare.restAfter(took, false);
    }

    private void look() {
        long begin = elapsed.getAsLong();
        if (!part.mayFinish(begin)) {
            return;
        }
        int left = finishing.finish(() -> elapsed.getAsLong() - begin < TURN);
        long end = elapsed.getAsLong();
        part.finished(begin, end, isBehind, left > MUCH);
        if (isNews && (!isBehind || thread.isLongSinceCommit(end))) {
            isNews = left > 0;
            thread.commits(end);
            context.commit();
        }
    }
}
