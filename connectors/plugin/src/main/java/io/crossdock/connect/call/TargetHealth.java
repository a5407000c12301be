package io.crossdock.connect.call;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the target counts as down: when a handful of calls failed and none got through for a while. Then nobody calls it
 * for a pause, after which one call tries; its end decides. One message that fails while others pass does not make the
 * target down.
 */
public final class TargetHealth implements Hurdle {

    private static final Logger LOG = LoggerFactory.getLogger(TargetHealth.class);
    private static final int ALL_FAIL = 100;
    private static final int FAILURES = 5;

    private final String name;
    private final Duration bound;
    private final CircuitBreaker<Object> breaker;
    private volatile @Nullable String trouble;

    /**
     * Health of one target.
     *
     * @param bound how far back failures count and a success would save it, at least 10 ms
     * @param pause how long it is left alone then
     */
    public TargetHealth(String name, Duration bound, Duration pause) {
        this.name = name;
        this.bound = bound;
        this.breaker = CircuitBreaker.builder()
                .withFailureRateThreshold(ALL_FAIL, FAILURES, bound)
                .withDelay(pause)
                .withSuccessThreshold(1)
                .build();
    }

    @Override
    public long closedFor(Lane lane, int inFlight) {
        if (breaker.isOpen()) {
            long left = breaker.getRemainingDelay().toNanos();
            if (left > 0) {
                return left;
            }
            breaker.halfOpen();
        }
        return breaker.isHalfOpen() && inFlight > 0 ? UNTIL_TOLD : 0;
    }

    @Override
    public void ended(Ending ending) {
        String reason = ending.trouble();
        if (reason != null) {
            if (trouble == null) {
                LOG.warn("{} is in trouble: {}. What it did not take is tried again, nothing is lost", name, reason);
            }
            trouble = reason;
            breaker.recordFailure();
        } else if (ending.at() != null) {
            if (trouble != null) {
                LOG.info("{} answers again", name);
            }
            trouble = null;
            breaker.recordSuccess();
        }
    }

    /** Why the target is not called now, null if it is. Safe for any thread. */
    public @Nullable String down() {
        return breaker.isOpen() ? name + " has taken nothing for up to " + bound + ": " + trouble : null;
    }
}
