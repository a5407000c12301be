package io.crossdock.connect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a failed connector, or one of its tasks, is looked after (R149): started again after a while, later each time; given up after a
 * few times; forgotten once it has run for a while.
 *
 * @param attempts how often it was started again since it last ran for long
 * @param due when it is started again next; null while it runs
 * @param runsSince since when it has been seen running; null while it has failed
 */
record Care(int attempts, @Nullable Instant due, @Nullable Instant runsSince) {

    /** More often does not help: somebody must look. */
    static final int MOST = 5;

    static final Care NONE = new Care(0, null, null);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Seen failed: it is started again after 10, 20, 40, 80 and 160 seconds. */
    Care failed(Instant now) {
        return due == null ? new Care(attempts, now.plus(FIRST.multipliedBy(1L << attempts)), null) : this;
    }

    /** Seen running: after ten minutes of that all is forgotten. */
    Care runs(Instant now) {
        Instant since = runsSince == null ? now : runsSince;
        return since.plus(LONG).isAfter(now) ? new Care(attempts, null, since) : NONE;
    }

    /** Started again. */
    Care restarted() {
        return new Care(attempts + 1, null, null);
    }

    boolean isDue(Instant now) {
        return due != null && !due.isAfter(now) && !isGivenUp();
    }

    /** True if it has failed and is not started again any more. */
    boolean isGivenUp() {
        return due != null && attempts >= MOST;
    }
}
