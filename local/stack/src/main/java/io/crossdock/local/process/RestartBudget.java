package io.crossdock.local.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** How often a process may be started again: a few times a minute, so that one that cannot run does not try for ever. */
final class RestartBudget {

    static final int AT_MOST = 5;
    private static final long WINDOW_NANOS = 60_000_000_000L;

    private final Deque<Long> spent = new ArrayDeque<>();

    /**
     * Takes one restart if there is one left in the last 60 seconds.
     *
     * @param now monotonic time in nanoseconds
     */
    synchronized boolean take(long now) {
        while (!spent.isEmpty() && now - spent.getFirst() > WINDOW_NANOS) {
            spent.removeFirst();
        }
        if (spent.size() >= AT_MOST) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
