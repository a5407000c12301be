package io.crossdock.connect.sink;

import io.crossdock.connect.sink.Attempt.Again;
import io.crossdock.connect.sink.Attempt.Settled;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one message to its target, attempt after attempt until it is settled, and then its receipt to the sender. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration RECEIPT_PAUSE = Duration.ofSeconds(1);

    private final FencedWriter writer;
    private final Receipts receipts;
    private final TargetHealth health;
    private final Backoff backoff;
    private final FatalFailure failure;

    Courier(FencedWriter writer, Receipts receipts, TargetHealth health, Backoff backoff, FatalFailure failure) {
        this.writer = writer;
        this.receipts = receipts;
        this.health = health;
        this.backoff = backoff;
        this.failure = failure;
    }

    /** Blocks until the receipt is on its way or the partition is no longer ours; then whoever gets it delivers again. */
    void deliver(Work work) {
        boolean maybeApplied = work.maybeApplied();
        while (!work.assignment().isOver()) {
            try {
                settle(work, maybeApplied);
                return;
            } catch (InterruptedException | InterruptException e) {
                // Meant for a message of a partition that is gone; one that is still ours goes on.
                LOG.debug("{} was interrupted", work.message().idempotencyKey(), e);
                maybeApplied = true;
                Thread.interrupted();
            } catch (RuntimeException e) {
                failure.report(e);
                return;
            }
        }
    }

    private void settle(Work work, boolean appliedBefore) throws InterruptedException {
        long since = System.nanoTime();
        boolean maybeApplied = appliedBefore;
        for (int attempts = 1; !work.assignment().isOver(); attempts++) {
            switch (writer.attempt(work.message(), maybeApplied)) {
                case Settled settled -> {
                    health.answered();
                    confirm(work, settled, attempts);
                    return;
                }
                case Again again -> {
                    maybeApplied |= again.uncertain();
                    health.failed(work.message().recordName(), again.reason(), since);
                    work.assignment().pause(backoff.after(attempts, again.askedPause()));
                }
            }
        }
    }

    private void confirm(Work work, Settled settled, int attempts) throws InterruptedException {
        boolean reported = false;
        while (!work.assignment().isOver()) {
            try {
                receipts.send(work, settled, attempts);
                return;
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!reported) {
                    LOG.warn(
                            "The receipt of {} cannot be written, the message stays open and is not sent again. Is the"
                                    + " registry up (receipts.registry.url)?",
                            work.message().idempotencyKey(),
                            e);
                    reported = true;
                }
                work.assignment().pause(RECEIPT_PAUSE);
            }
        }
    }
}
