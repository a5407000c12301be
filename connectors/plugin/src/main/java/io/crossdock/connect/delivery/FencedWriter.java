package io.crossdock.connect.delivery;

import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt at a message such that an older version is never applied after a newer, and none twice. The fence is the
 * version in the target's record; it is read back whenever the message may have been applied before. An effect has its key
 * instead of a version: it is there or it is not.
 */
final class FencedWriter {

    private final Target target;
    private final LastVersions known;
    private final Switches switches;

    FencedWriter(Target target, LastVersions known, Switches switches) {
        this.target = target;
        this.known = known;
        this.switches = switches;
    }

    /**
     * One attempt.
     *
     * @param maybeApplied true if an earlier attempt, of this task or another, may have reached the target
     */
    Attempt attempt(Message message, boolean maybeApplied) throws InterruptedException {
        LastVersions.Held last = message.state() && switches.fence() ? known.of(message.recordName()) : null;
        if (last != null && last.version().compareTo(message.version()) >= 0) {
            // Nobody is asked now, so it is as old as what is remembered: the record may have been overwritten since.
            return behind(message, AttemptKind.REMEMBERED, last.version(), last.at(), null);
        }
        boolean looked = maybeApplied && switches.readBack();
        if (looked) {
            Attempt found = readBack(message);
            if (found != null) {
                return found;
            }
        }
        Message told = switches.keys() ? message : message.underFreshKey();
        Attempt attempt = looked ? target.writeNext(told) : target.write(told);
        if (message.state() && attempt instanceof Settled settled && settled.outcome() == ReceiptOutcome.APPLIED) {
            known.holds(message.recordName(), message.version(), settled.at());
        }
        return attempt;
    }

    /** Null if the message is to be written: it is not there, or what is there is older. */
    private @Nullable Attempt readBack(Message message) throws InterruptedException {
        return switch (target.find(message)) {
            case Finding.Absent absent -> null;
            case Finding.NotAsked notAsked -> null;
            case Finding.Failed failed -> failed(message, failed.attempt());
            case Finding.Holds holds -> holds(message, holds);
        };
    }

    private @Nullable Attempt holds(Message message, Finding.Holds holds) {
        String detail = "found by read-back";
        if (!message.state()) {
            return Settled.of(AttemptKind.READ_BACK, ReceiptOutcome.APPLIED, holds.at(), detail);
        }
        OrderVersion found = holds.version();
        if (found == null || found.compareTo(message.version()) < 0) {
            return null;
        }
        known.holds(message.recordName(), found, holds.at());
        if (!switches.fence() && !found.equals(message.version())) {
            return null;
        }
        return behind(message, AttemptKind.READ_BACK, found, holds.at(), detail);
    }

    /** A look that is refused for good says nothing about an effect, whose key protects it; a state goes nowhere blindly. */
    private static @Nullable Attempt failed(Message message, Attempt attempt) {
        Attempt look = attempt.by(AttemptKind.READ_BACK);
        return switch (look) {
            case Again again -> again.inDoubt();
            case Settled settled -> message.state() ? settled : null;
        };
    }

    private static Settled behind(
            Message message, AttemptKind how, OrderVersion found, Instant at, @Nullable String whenEqual) {
        return found.equals(message.version())
                ? Settled.of(how, ReceiptOutcome.APPLIED, at, whenEqual)
                : new Settled(how, ReceiptOutcome.FENCED, at, found, "the record holds version " + found);
    }
}
