package io.crossdock.flow;

import java.time.Duration;

/**
 * How the tasks of one stream thread share its time between taking records and finishing what they took. They finish in rounds, one after
 * the other, and rest together: a third of each task's own time would be all of the time of a thread that has three. And a commit is
 * one of all tasks, so what another one has taken and not finished would be written down with it. All times are nanoseconds.
 */
final class ThreadShare {

    /** Finishing takes a third of the time: the longer it takes, the more is gathered meanwhile and finished at once. */
    private static final int REST = 2;

    /** However long finishing takes, nobody waits longer for it to begin again. */
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    /** What has waited in a backlog may wait so long: what it brings is more facts for each order that is finished. */
    private static final Duration LONGEST_REST_OF_A_BACKLOG = Duration.ofSeconds(1);

    /** Who works off a backlog commits as often as that. */
    private static final long COMMITS_OF_A_BACKLOG = Duration.ofMillis(100).toNanos();

    private static final ThreadLocal<ThreadShare> OF_THREAD = ThreadLocal.withInitial(ThreadShare::new);

    private long round;
    private long took;
    private boolean behind;
    private boolean full;
    private long ended;
    private long opens;
    private long committed;

    /** Of the thread that asks, which the task that asks stays with. */
    static ThreadShare ofThisThread() {
        return OF_THREAD.get();
    }

    /** How long is gathered after finishing took so long; {@code behind} in a backlog. */
    static Duration restAfter(Duration took, boolean behind) {
        Duration rest = took.multipliedBy(REST);
        Duration longest = behind ? LONGEST_REST_OF_A_BACKLOG : LONGEST_REST;
        return rest.compareTo(longest) < 0 ? rest : longest;
    }

    /** Whether one that works off a backlog commits now. */
    boolean isLongSinceCommit(long now) {
        return now - committed >= COMMITS_OF_A_BACKLOG;
    }

    /** One of the tasks has asked for a commit, which is one of all. */
    void commits(long now) {
        committed = now;
    }

    /** The part of one task. */
    final class Part {

        private long had = -1;

        /** Whether it is its turn. Who has had one and asks again has been all around: the round is over. */
        boolean mayFinish(long now) {
            if (had == round) {
                round++;
                opens = full
                        ? ended
                        : ended + restAfter(Duration.ofNanos(took), behind).toNanos();
                took = 0;
                behind = false;
                full = false;
            }
            return now >= opens;
        }

        /** It has finished what there was, of a backlog or not; {@code isFull} if so much is left that nobody may rest. */
        void finished(long from, long until, boolean ofBacklog, boolean isFull) {
            had = round;
            behind |= ofBacklog;
            full |= isFull;
            took += until - from;
            ended = until;
        }
    }
}
