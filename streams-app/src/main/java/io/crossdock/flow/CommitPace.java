package io.crossdock.flow;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Commits at once where somebody waits for what is committed, and rarely where records have waited long already. A transaction costs
 * some milliseconds whatever is in it: one every 10 ms is what makes a hop quick, and takes half the time of a task that has a
 * backlog to work off. Such a task goes by {@code commit.interval.ms} alone.
 */
public final class CommitPace {

    /** How often a task that keeps up commits. */
    private static final Duration QUICK = Duration.ofMillis(10);

    /** A record that landed so long ago was in a backlog; well above what several hops take together. */
    private static final long BACKLOG_MS = 250;

    private final ProcessingContext context;
    private boolean isNews;
    private boolean isBehind;

    /** The pace of one task. */
    public CommitPace(ProcessingContext context) {
        this.context = context;
    }

    /** Begins to look whether there is something to commit. */
    public void begin() {
        context.schedule(QUICK, PunctuationType.WALL_CLOCK_TIME, now -> look());
    }

    /** A record is taken; its timestamp is the time when it, or what caused it, landed. */
    public void takes(Record<?, ?> record) {
        isNews = true;
        isBehind = context.currentSystemTimeMs() - record.timestamp() > BACKLOG_MS;
    }

    private void look() {
        if (isNews && !isBehind) {
            isNews = false;
            context.commit();
        }
    }
}
