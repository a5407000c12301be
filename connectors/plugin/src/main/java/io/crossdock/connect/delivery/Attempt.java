package io.crossdock.connect.delivery;

import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one attempt at a message came to. */
public sealed interface Attempt {

    /** What was done. */
    AttemptKind how();

    /** The same outcome, reached in another way. */
    Attempt by(AttemptKind kind);

    /**
     * The message is done with.
     *
     * @param outcome what became of it
     * @param at when the target said so, by its clock
     * @param found version found in the target, null unless fenced
     * @param detail what the target said, null if there is nothing to add; holds no secret
     */
    record Settled(
            AttemptKind how,
            ReceiptOutcome outcome,
            Instant at,
            @Nullable OrderVersion found,
            @Nullable String detail) implements Attempt {

        /** A settled message whose target holds no version worth telling. */
        public static Settled of(AttemptKind how, ReceiptOutcome outcome, Instant at, @Nullable String detail) {
            return new Settled(how, outcome, at, null, detail);
        }

        @Override
        public Settled by(AttemptKind kind) {
            return new Settled(kind, outcome, at, found, detail);
        }
    }

    /**
     * It has to be tried again.
     *
     * @param reason what went wrong; holds no secret
     * @param uncertain true if the target may have applied it all the same
     * @param askedPause how long the target asks us to wait, null if it does not
     */
    record Again(
            AttemptKind how,
            String reason,
            boolean uncertain,
            @Nullable Duration askedPause) implements Attempt {

        /** Tried again when the backoff says so. */
        public static Again of(AttemptKind how, String reason, boolean uncertain) {
            return new Again(how, reason, uncertain, null);
        }

        @Override
        public Again by(AttemptKind kind) {
            return new Again(kind, reason, uncertain, askedPause);
        }

        /** The same, not knowing what an earlier attempt has done. */
        Again inDoubt() {
            return new Again(how, reason, true, askedPause);
        }
    }
}
