package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** In no minute, whichever one looks at, was the CRM called more often than the sink may. */
public final class CallBudget {

    /**
     * The CRM logs a call when it has done it, and one call is on its way longer than another: what is logged within so much less than
     * a minute was made within one.
     */
    private static final Duration WITHIN = Duration.ofSeconds(58);

    private CallBudget() {}

    /**
     * Judges the calls.
     *
     * @param calls when each was made, in any order
     * @param limit most in a minute
     */
    public static Check check(List<Instant> calls, int limit) {
        List<Instant> sorted = calls.stream().sorted().toList();
        int busiest = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(WITHIN).isAfter(sorted.get(last))) {
                first++;
            }
            busiest = Math.max(busiest, last - first + 1);
        }
        return new Check(
                "no call over the budget",
                busiest <= limit && !calls.isEmpty(),
                calls.size() + " calls, " + busiest + " in the busiest " + WITHIN.toSeconds() + " s of " + limit
                        + " allowed in a minute");
    }
}
