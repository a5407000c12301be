package io.crossdock.connect.call;

import dev.failsafe.RateLimiter;
import java.time.Duration;

/** Calls in a minute, whichever minute one looks at. */
final class Pace implements Hurdle {

    private static final int SECONDS = 60;
    /** A minute touches so many seconds. */
    private static final int SECONDS_TOUCHED = SECONDS + 1;
    /** From here on bursts within a second are let through at once: spacing calls would cost latency when there is room. */
    private static final int BURSTY = 10 * SECONDS_TOUCHED;

    private final RateLimiter<Object> rate;
    private boolean setAside;
    private long startsAt;

    Pace(int callsPerMinute) {
        this.rate = callsPerMinute >= BURSTY
                ? RateLimiter.burstyBuilder(callsPerMinute / SECONDS_TOUCHED, Duration.ofSeconds(1))
                        .build()
                : RateLimiter.smoothBuilder(callsPerMinute, Duration.ofMinutes(1))
                        .build();
    }

    @Override
    public long closedFor(Lane lane, int inFlight) {
        if (!setAside) {
            startsAt = System.nanoTime() + rate.reservePermit().toNanos();
            setAside = true;
        }
        return startsAt - System.nanoTime();
    }

    @Override
    public void begun() {
        setAside = false;
    }

    @Override
    public void notMade() {
        startsAt = System.nanoTime();
        setAside = true;
    }
}
