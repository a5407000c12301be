package io.crossdock.connect.sink;

import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one attempt at a message came to. */
sealed interface Attempt {

    /**
     * The message is done with.
     *
     * @param outcome what became of it
     * @param at when the target said so, by its clock
     * @param found version found in the target, null unless fenced
     * @param detail what the target said, null if there is nothing to add
     */
    record Settled(
            ReceiptOutcome outcome,
            Instant at,
            @Nullable OrderVersion found,
            @Nullable String detail) implements Attempt {}

    /**
     * It has to be tried again.
     *
     * @param reason what went wrong
     * @param uncertain true if the target may have applied it all the same
     * @param askedPause how long the target asks us to wait, null if it does not
     */
    record Again(String reason, boolean uncertain, @Nullable Duration askedPause) implements Attempt {}
}
