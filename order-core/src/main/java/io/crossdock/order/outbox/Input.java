package io.crossdock.order.outbox;

import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.util.List;

/** What an outbox reacts to. */
public sealed interface Input {

    /** The order's view for this target as it is now; one older than the last desired is ignored. */
    record Desired(View view) implements Input {}

    /** What the target answered to one message, by whichever mailbox it was sent. */
    record Answered(Statement.Receipt receipt) implements Input {}

    /**
     * What the target's own feed shows of its record.
     *
     * @param view the version the record carries, {@code 0.0} if none; the hash of the values that we own; its key
     * @param writtenAt when the row was written, by the target's clock
     */
    record Shown(View view, Instant writtenAt) implements Input {}

    /** What the target shows has differed from what it is known to hold for too long: it was overwritten there. */
    record Drifted() implements Input {}

    /**
     * What mailboxes that sent to this target before knew and had in flight, when their facts came here. May be given
     * again, in parts or in any order.
     */
    record HandedOver(List<Statement.Receipt> receipts) implements Input {
        public HandedOver {
            receipts = List.copyOf(receipts);
        }
    }
}
