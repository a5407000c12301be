package io.crossdock.systems;

import java.time.Duration;
import java.util.Set;

/**
 * How a connection is told, if it is: section {@code telling} of its file.
 *
 * @param settle how long an effect waits for the rest of what its source wrote with it
 * @param grace how long its own feed may show something else, at least, before that counts
 * @param drift what then happens
 * @param overdue how long it may not know of something before that is an exception
 * @param expressTiers customers whose orders go first, by tier
 * @param expressPriorities orders that go first, by their priority in capital letters
 */
public record Manner(
        Duration settle,
        Duration grace,
        Drift drift,
        Duration overdue,
        Set<String> expressTiers,
        Set<String> expressPriorities) {

    /** Longer than a source takes to write one transaction out, longer than a feed is behind, as long as the batch took that was
     * replaced; who matters most first. */
    static final Manner USUAL = new Manner(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Drift.REPAIR,
            Duration.ofMinutes(15),
            Set.of("STRATEGIC"),
            Set.of("SAME_DAY", "SAME DAY"));

    /** What happens when a target shows something else than it was told. */
    public enum Drift {
        /** It is told again. */
        REPAIR,
        /** It is an exception. */
        REPORT
    }

    public Manner {
        expressTiers = Set.copyOf(expressTiers);
        expressPriorities = Set.copyOf(expressPriorities);
    }
}
