package io.crossdock.order.outbox;

import io.crossdock.order.fact.Statement;
import java.util.List;

/** What an outbox reacts to. */
public sealed interface Input {

    /** The order's view for this target as it is now; one older than the last desired is ignored. */
    record Desired(View view) implements Input {}

    /** What the target answered to one message, by whichever mailbox it was sent. */
    record Answered(Statement.Receipt receipt) implements Input {}

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
