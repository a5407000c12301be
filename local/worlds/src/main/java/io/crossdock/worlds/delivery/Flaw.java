package io.crossdock.worlds.delivery;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Message;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where a proof of the proof may break what the rules rely on. Each method leaves things as they are unless it is
 * overridden; {@link #NONE} is what every real run uses.
 */
public interface Flaw {

    /** Nothing is broken. */
    Flaw NONE = new Flaw() {};

    /** A fact on its way to its home; null if it never gets there. */
    default @Nullable Fact arriving(Fact fact, int arrival) {
        return fact;
    }

    /** Whether a message to another mailbox gets there. */
    default boolean carries(Message message) {
        return true;
    }

    /** The facts of a topmost mailbox on their way to the projection. */
    default Collection<Fact> projected(Identifier topmost, Collection<Fact> facts) {
        return facts;
    }
}
