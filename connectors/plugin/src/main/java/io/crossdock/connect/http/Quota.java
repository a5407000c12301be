package io.crossdock.connect.http;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a target is asked: calls in a minute, calls at once, and none at all while it wants to be left alone. Waiting ends
 * when the thread is interrupted.
 */
final class Quota {

    private static final int SECONDS = 60;

    private final RateLimiter<Object> rate;
    private final Semaphore atOnce;
    private final AtomicLong heldUntil = new AtomicLong(System.nanoTime());

    Quota(int callsPerMinute, int callsAtOnce) {
        // Bursts within a second are let through at once: spacing calls evenly would cost latency when there is room.
        this.rate = callsPerMinute >= SECONDS
                ? RateLimiter.burstyBuilder(callsPerMinute / SECONDS, Duration.ofSeconds(1))
                        .build()
                : RateLimiter.burstyBuilder(1, Duration.ofMinutes(1).dividedBy(callsPerMinute))
                        .build();
        this.atOnce = new Semaphore(callsAtOnce, true);
    }

    /** Waits until a call may start; {@link #release} ends it. */
    void acquire() throws InterruptedException {
        atOnce.acquire();
        try {
            for (long left = holdLeft(); left > 0; left = holdLeft()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            rate.acquirePermit();
        } catch (InterruptedException e) {
            atOnce.release();
            throw e;
        }
    }

    void release() {
        atOnce.release();
    }

    /** Lets no call start for a while. */
    void hold(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    private long holdLeft() {
        return heldUntil.get() - System.nanoTime();
    }
}
