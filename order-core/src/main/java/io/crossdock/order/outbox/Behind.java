package io.crossdock.order.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How far whoever works on an order is behind what has landed: the rest of what a source wrote may have landed, and wait to be read (R164).
 *
 * @param since when it began to work, after a start or a take-over: what waited before has not been waited with
 * @param by how late it read what it read last; {@link #UNKNOWN} if it has read nothing since it began
 */
public record Behind(Instant since, Duration by) {

    /** Longer than anybody waits. */
    public static final Duration UNKNOWN = Duration.ofDays(1);

    /** Has always been at work, and keeps up. */
    public static final Behind NOTHING = new Behind(Instant.EPOCH, Duration.ZERO);

    /** From when something waits that was first seen at a time; however far behind, by no more than {@code longest} later. */
    Instant from(Instant seen, Duration longest) {
        Instant begun = seen.isBefore(since) ? since : seen;
        return begun.plus(by.compareTo(longest) < 0 ? by : longest);
    }
}
