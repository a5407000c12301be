package io.crossdock.connect.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the target counts as down. It does when a message has been tried for the whole bound and nothing else got through
 * in that time: then new messages are refused for a while, so that Connect shows it and reads no further. One message that
 * fails while others pass does not make the target down.
 */
final class TargetHealth {

    private static final Logger LOG = LoggerFactory.getLogger(TargetHealth.class);

    private final String name;
    private final Duration bound;
    private final Duration refusal;
    private long quietSince = System.nanoTime();
    private long refuseUntil = System.nanoTime();
    private @Nullable String trouble;

    /**
     * Health of one target.
     *
     * @param bound how long a message is tried before its failure counts
     * @param refusal how long new messages are refused then
     */
    TargetHealth(String name, Duration bound, Duration refusal) {
        this.name = name;
        this.bound = bound;
        this.refusal = refusal;
    }

    /** The target gave a message a final answer. */
    synchronized void answered() {
        quietSince = System.nanoTime();
        refuseUntil = quietSince;
        if (trouble != null) {
            LOG.info("{} answers again", name);
            trouble = null;
        }
    }

    /** An attempt failed; {@code since} is the nanosecond time of the message's first attempt. */
    synchronized void failed(String message, String reason, long since) {
        if (trouble == null) {
            LOG.warn("{} did not take {}: {}. It is tried again, nothing is lost", name, message, reason);
            trouble = reason;
        }
        long now = System.nanoTime();
        if (now - since >= bound.toNanos() && now - quietSince >= bound.toNanos()) {
            trouble = reason;
            quietSince = now;
            refuseUntil = now + refusal.toNanos();
        }
    }

    /** Why new messages are refused now, null if they are not. */
    synchronized @Nullable String refusal() {
        return refuseUntil - System.nanoTime() <= 0 ? null : name + " has taken nothing for " + bound + ": " + trouble;
    }
}
