package io.crossdock.connect.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Pauses between attempts: doubling, bounded, and spread by up to a quarter so that records do not come back all at once.
 *
 * @param initial first pause
 * @param max longest pause
 */
record Backoff(Duration initial, Duration max) {

    private static final double SPREAD = 0.25;

    /**
     * The pause after a number of attempts, at least one.
     *
     * @param asked what the target asks for, null if nothing; never undercut
     */
    Duration after(int attempts, @Nullable Duration asked) {
        long doubled = initial.toMillis() << Math.min(attempts - 1, 20);
        long bounded = Math.min(doubled, max.toMillis());
        double factor = 1 + SPREAD * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration pause = Duration.ofMillis(Math.max(1, Math.round(bounded * factor)));
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }
}
