package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.List;

/** What a mailbox is told, addressed to its identifier. Messages between mailboxes are never skipped. */
public sealed interface Message {

    /** A fact at its home. */
    record Home(Fact fact) implements Message {}

    /**
     * What a child holds now, for the keys named.
     *
     * @param via the child that sends
     * @param seq the child's emission counter
     * @param facts facts that became effective at the child
     * @param removed keys the child no longer holds
     * @param handOver true if the edge is new and this is a part of everything the child holds
     */
    record Rows(Identifier via, long seq, List<Fact> facts, List<FactKey> removed, boolean handOver)
            implements Message {
        public Rows {
            facts = List.copyOf(facts);
            removed = List.copyOf(removed);
        }
    }

    /**
     * The child leaves: all it told so far is taken back.
     *
     * @param via the child that sends
     * @param seq the child's emission counter
     */
    record Drop(Identifier via, long seq) implements Message {}
}
