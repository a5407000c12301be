package io.crossdock.connect.delivery;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A message on its way: how often it was tried in this task's life, and what the broker has not yet confirmed about it. */
final class Delivery {

    private final Work work;
    /** The receipt, and each attempt's entry in the ledger. */
    private final AtomicInteger unconfirmed = new AtomicInteger(1);

    private @Nullable Instant calledAt;
    private @Nullable Instant answeredAt;
    private int attempts;
    private boolean maybeApplied;

    Delivery(Work work) {
        this.work = work;
        this.maybeApplied = work.maybeApplied();
    }

    Message message() {
        return work.message();
    }

    Assignment assignment() {
        return work.assignment();
    }

    /** True if an earlier attempt, of this task or another, may have reached the target. */
    boolean maybeApplied() {
        return maybeApplied;
    }

    int attempts() {
        return attempts;
    }

    /** When the first attempt began: what comes after it is the target's time, waiting for its quota included; null before it. */
    @Nullable
    Instant calledAt() {
        return calledAt;
    }

    /** When the last attempt ended; null before the first. */
    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    /** An attempt ended; doubt, once there, stays until the target has been read. */
    void attempted(Instant startedAt, Instant endedAt, boolean uncertain) {
        answeredAt = endedAt;
        calledAt = calledAt == null ? startedAt : calledAt;
        attempts++;
        maybeApplied |= uncertain;
    }

    /** Something ended too early to know what it did. */
    void inDoubt() {
        maybeApplied = true;
    }

    /** One more thing that the broker has to confirm. */
    void reporting() {
        unconfirmed.incrementAndGet();
    }

    /** It has: the message is finished when nothing is left. */
    void confirmed() {
        if (unconfirmed.decrementAndGet() == 0) {
            work.assignment().finish(work.offset());
        }
    }
}
