package io.crossdock.systems;

import java.time.Duration;
import java.util.List;

/**
 * How a connection is told, if it is: section {@code telling} of its file.
 *
 * @param settle how long an effect waits for the rest of what its source wrote with it
 * @param grace how long its own feed may show something else, at least, before that counts as drift
 * @param reportsDrift true if a drift is an exception only, and not put right
 * @param expressTiers tiers of customers whose orders go first
 * @param expressPriorities priorities of orders that go first, in capital letters
 */
public record Telling(
        Duration settle,
        Duration grace,
        boolean reportsDrift,
        List<String> expressTiers,
        List<String> expressPriorities) {

    /** Longer than a source takes to write one transaction out, longer than a feed is behind; who matters most first. */
    static final Telling USUAL = new Telling(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            false,
            List.of("STRATEGIC"),
            List.of("SAME_DAY", "SAME DAY"));

    public Telling {
        expressTiers = List.copyOf(expressTiers);
        expressPriorities = List.copyOf(expressPriorities);
    }
}
