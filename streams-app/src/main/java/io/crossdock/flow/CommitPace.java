package io.crossdock.flow;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Finishes and commits at once where somebody waits for what is committed, and rarely where records have waited long already. A
 * transaction costs some milliseconds whatever is in it: one every 10 ms is what makes a hop quick, and takes half the time of a task
 * that has a backlog to work off. Such a task goes by {@code commit.interval.ms} alone.
 */
public final class CommitPace {

    /** How often a task that keeps up finishes and commits. */
    public static final Duration BEAT = Duration.ofMillis(10);

    /** A record that landed so long ago was in a backlog; well above what several hops take together. */
    private static final long BACKLOG_MS = 250;

    /** Finishing takes a third of the time at most: the longer it takes, the more is gathered meanwhile and finished at once. */
    private static final int REST = 2;

    /** However long finishing takes, nobody waits longer for it to begin again. */
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    private final ProcessingContext context;
    private final Runnable finish;
    private boolean isNews;
    private boolean isBehind;
    private long notBefore;

    /** The pace of one task; {@code finish} does what is left to do of the records that were taken. */
    public CommitPace(ProcessingContext context, Runnable finish) {
        this.context = context;
        this.finish = finish;
    }

    /** Begins to look whether there is something to finish and commit. */
    public void begin() {
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> look());
    }

    /** A record is taken; its timestamp is the time when it, or what caused it, landed. */
    public void takes(Record<?, ?> record) {
        isNews = true;
        isBehind = context.currentSystemTimeMs() - record.timestamp() > BACKLOG_MS;
    }

    /** How long a task gathers after finishing took so long. */
    public static Duration restAfter(Duration took) {
        Duration rest = took.multipliedBy(REST);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private void look() {
        long begin = context.currentSystemTimeMs();
        if (begin < notBefore) {
            return;
        }
        finish.run();
        long end = context.currentSystemTimeMs();
        notBefore = end + restAfter(Duration.ofMillis(end - begin)).toMillis();
        if (isNews && !isBehind) {
            isNews = false;
            context.commit();
        }
    }
}
