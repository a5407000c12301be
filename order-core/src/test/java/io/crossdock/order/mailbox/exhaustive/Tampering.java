package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outgoing;
import java.util.List;

/**
 * One thing that is done wrong on purpose, to see that the check finds it. Each method sees what the real protocol does
 * and answers what the broken one would do; by default nothing is broken. All are functions of their arguments.
 */
public interface Tampering {

    /** The protocol as it is. */
    Tampering NONE = new Tampering() {};

    /** The types the mailboxes go by. */
    default IdentifierTypes types(IdentifierTypes types) {
        return types;
    }

    /** What the mailbox takes for a message. */
    default Message taken(Store store, Message message) {
        return message;
    }

    /** What is sent in the end. {@code before} is what the sender kept before it took {@code cause}. */
    default List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
        return outgoing;
    }

    /** What the mailbox keeps. */
    default Store kept(Store before, Store after) {
        return after;
    }
}
