package io.crossdock.connect.delivery;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait between the attempts at a message, and when to give it up: not while the target takes nothing, but when it
 * keeps failing although others pass, so that it does not hold its record for ever.
 */
final class Patience {

    private static final double SPREAD = 0.25;
    /** After an outage others may pass before a message's own turn: only repeated failures among them count against it. */
    private static final int FAILURES_AMONG_OTHERS = 3;

    private final RetryPolicy<Attempt> policy;
    private final Duration parkAfter;
    private final Clock clock;
    private final AtomicLong passed = new AtomicLong();

    Patience(DeliverySettings settings, Clock clock) {
        this.policy = RetryPolicy.<Attempt>builder()
                .handleResultIf(Again.class::isInstance)
                .withBackoff(settings.retryInitial(), settings.retryMax())
                .withJitter(SPREAD)
                .withMaxRetries(-1)
                .build();
        this.parkAfter = settings.parkAfter();
        this.clock = clock;
    }

    /** The first attempt at a message begins. */
    Trial begin() {
        return new Trial();
    }

    /** What a message has gone through. For one thread. */
    final class Trial {

        private final Execution<Attempt> execution = Execution.of(policy);
        private final long since = System.nanoTime();
        private long passedBefore = passed.get();
        private int failedAmongOthers;
        private @Nullable Duration asked;

        /** The attempt as it is, or the end of our patience with the message. */
        Attempt judge(Attempt attempt) {
            if (!(attempt instanceof Again again)) {
                // What was settled without a call says nothing about the target.
                passed.addAndGet(attempt.how() == AttemptKind.REMEMBERED ? 0 : 1);
                return attempt;
            }
            execution.recordResult(again);
            asked = again.askedPause();
            long passedNow = passed.get();
            failedAmongOthers += passedNow > passedBefore ? 1 : 0;
            passedBefore = passedNow;
            Duration tried = Duration.ofNanos(System.nanoTime() - since);
            return failedAmongOthers >= FAILURES_AMONG_OTHERS && tried.compareTo(parkAfter) >= 0
                    ? Settled.of(again.how(), ReceiptOutcome.PARKED, clock.instant(), parked(again, tried))
                    : again;
        }

        /** How long to wait for the next attempt: growing, spread, and never less than the target asks for. */
        Duration pause() {
            Duration grown = execution.getDelay();
            return asked != null && asked.compareTo(grown) > 0 ? asked : grown;
        }
    }

    private static String parked(Again again, Duration tried) {
        return "given up after " + tried.toSeconds() + " s, while others passed"
                + (again.uncertain() ? "; it may have been applied: " : ": ") + again.reason();
    }
}
