package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.List;

/** Where an id led. */
public sealed interface Located {

    /** To the topmost mailbox of one order, or of an orphan. */
    record One(Identifier topmost) implements Located {}

    /** To several: the id is ambiguous, or names a document of several orders. */
    record Several(List<Identifier> candidates) implements Located {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nowhere: nobody ever said anything about it. */
    record Unknown() implements Located {}
}
