package io.crossdock.order.watch;

import java.time.Instant;

/**
 * What a rule waits for, of one subject.
 *
 * @param rule which rule
 * @param subject {@code order} or the identifier of a document
 * @param since what the time is counted from
 * @param due when it becomes an exception
 * @param text one sentence without the times
 */
public record Overdue(WatchRule rule, String subject, Instant since, Instant due, String text) {

    /** True if it is one by now. */
    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }
}
