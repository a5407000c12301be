package io.crossdock.query.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what a task does with what was written for it.
 *
 * @param clock the time
 * @param most for so long
 * @param between two looks
 */
record Polling(Clock clock, Duration most, Duration between) {

    /** Looks until what is seen is as it should be, or the time is over; what was seen last. */
    <T> T until(Supplier<T> look, Predicate<T> isSo) {
        Instant end = clock.instant().plus(most);
        T seen = look.get();
        while (!isSo.test(seen) && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(between.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
