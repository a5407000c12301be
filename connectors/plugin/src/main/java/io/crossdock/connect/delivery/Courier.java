package io.crossdock.connect.delivery;

import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one message to its target, attempt after attempt until it is settled; writes down each, and then the receipt. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final FencedWriter writer;
    private final Reports reports;
    private final Patience patience;
    private final FatalFailure failure;
    private final Clock clock;

    Courier(FencedWriter writer, Reports reports, Patience patience, FatalFailure failure, Clock clock) {
        this.writer = writer;
        this.reports = reports;
        this.patience = patience;
        this.failure = failure;
        this.clock = clock;
    }

    /** Blocks until the receipt is on its way or the partition is no longer ours; then whoever gets it delivers again. */
    void deliver(Work work) {
        Delivery delivery = new Delivery(work);
        while (!work.assignment().isOver()) {
            try {
                settle(delivery);
                return;
            } catch (InterruptedException | InterruptException e) {
                // Meant for a message of a partition that is gone; one that is still ours goes on.
                LOG.debug("{} was interrupted", work.message().idempotencyKey(), e);
                delivery.inDoubt();
                Thread.interrupted();
            } catch (RuntimeException e) {
                failure.report(e);
                return;
            }
        }
    }

    private void settle(Delivery delivery) throws InterruptedException {
        Patience.Trial trial = patience.begin();
        while (!delivery.assignment().isOver()) {
            Attempt attempt = attempt(delivery, trial);
            if (attempt instanceof Settled settled) {
                reports.receipt(delivery, Receipts.of(delivery, settled));
                return;
            }
            delivery.assignment().pause(trial.pause());
        }
    }

    private Attempt attempt(Delivery delivery, Patience.Trial trial) throws InterruptedException {
        Instant startedAt = clock.instant();
        long started = System.nanoTime();
        Attempt attempt;
        boolean interrupted = false;
        try {
            attempt = trial.judge(writer.attempt(delivery.message(), delivery.maybeApplied()));
        } catch (InterruptedException e) {
            interrupted = true;
            attempt = Again.of(AttemptKind.SENT, "given up in the middle, because the partition is taken", true);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        delivery.attempted(startedAt, clock.instant(), attempt instanceof Again again && again.uncertain());
        reports.ledger(delivery, LedgerEntries.of(delivery.message(), attempt, delivery.attempts(), startedAt, took));
        if (interrupted) {
            throw new InterruptedException();
        }
        return attempt;
    }
}
