package io.crossdock.connect.sink;

import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.sink.Attempt.Again;
import io.crossdock.connect.sink.Attempt.Settled;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt at a message such that an older version is never applied after a newer, and none twice. The fence is the
 * version in the target's record; it is read back whenever the message may have been applied before.
 */
final class FencedWriter {

    private final Target target;
    private final LastVersions known;
    private final Clock clock;

    FencedWriter(Target target, LastVersions known, Clock clock) {
        this.target = target;
        this.known = known;
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param maybeApplied true if an earlier attempt, of this task or another, may have reached the target
     */
    Attempt attempt(Message message, boolean maybeApplied) throws InterruptedException {
        if (!message.state()) {
            // An effect's record is named by its deterministic key: writing it again writes the same.
            return write(message);
        }
        OrderVersion last = known.of(message.recordName());
        if (last != null && last.compareTo(message.version()) >= 0) {
            return behind(message, last, new Settled(ReceiptOutcome.APPLIED, clock.instant(), null, null));
        }
        if (maybeApplied) {
            Attempt found = readBack(message);
            if (found != null) {
                return found;
            }
        }
        return write(message);
    }

    private Attempt write(Message message) throws InterruptedException {
        try {
            Attempt attempt = Classification.of(target.write(message));
            if (message.state() && attempt instanceof Settled settled && settled.outcome() == ReceiptOutcome.APPLIED) {
                known.holds(message.recordName(), message.version());
            }
            return attempt;
        } catch (UnusablePayload e) {
            return new Settled(ReceiptOutcome.REJECTED, clock.instant(), null, e.getMessage());
        } catch (IOException e) {
            return new Again(text(e), !RestClient.neverSent(e), null);
        }
    }

    /** Null if the record is older than the message, or not there, so that it is to be written. */
    private @Nullable Attempt readBack(Message message) throws InterruptedException {
        Answer answer;
        try {
            answer = target.readFence(message);
        } catch (IOException e) {
            return new Again("reading the version back failed: " + text(e), true, null);
        }
        if (answer.status() == 404) {
            return null;
        }
        if (!answer.isSuccess()) {
            Attempt refused = Classification.of(answer);
            return refused instanceof Again again ? new Again(again.reason(), true, again.askedPause()) : refused;
        }
        OrderVersion found = version(target.fence(answer));
        if (found == null || found.compareTo(message.version()) < 0) {
            return null;
        }
        known.holds(message.recordName(), found);
        return behind(message, found, new Settled(ReceiptOutcome.APPLIED, answer.at(), null, "found by read-back"));
    }

    private static Attempt behind(Message message, OrderVersion found, Settled whenEqual) {
        return found.equals(message.version())
                ? whenEqual
                : new Settled(ReceiptOutcome.FENCED, whenEqual.at(), found, "the record holds version " + found);
    }

    /** A field someone else has written something into fences nothing. */
    private static @Nullable OrderVersion version(String text) {
        try {
            return text.isEmpty() ? null : OrderVersion.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
