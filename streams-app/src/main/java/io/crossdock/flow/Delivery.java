package io.crossdock.flow;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Message;
import java.util.List;

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

    /** A mailbox above, to which the receiving one told what it holds, is forgotten. */
    record Forget(Identifier above) implements Delivery {}
}
