package io.crossdock.flow;

import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.publication.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reaches a mailbox: facts straight from a record that landed at its home, or a message from the topic of facts. */
public sealed interface Delivery {

    /**
     * Facts of one record, all at home in the receiving mailbox.
     *
     * @param stage stage whose outcome this record is counted under
     * @param connection connection of the record
     * @param facts its facts, never empty
     */
    record FromRecord(String stage, String connection, List<Fact> facts) implements Delivery {
        public FromRecord {
            facts = List.copyOf(facts);
        }
    }

    /** A message addressed to the mailbox by another one, or by a record that landed elsewhere. */
    record FromMailbox(Message message) implements Delivery {}

    /** A mailbox above, to which the receiving one told what it holds, was archived. */
    record Archive(Identifier above) implements Delivery {}

    /** A topmost mailbox says what it makes of the order that the receiving one is the root of; {@code status} if it shows one. */
    record Notified(Notice notice, @Nullable OrderStatus status) implements Delivery {}

    /** A mailbox above, to which the receiving one told what it holds, is forgotten. */
    record Forget(Identifier above) implements Delivery {}
}
