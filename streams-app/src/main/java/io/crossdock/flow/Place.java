package io.crossdock.flow;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.outbox.Behind;
import java.time.Instant;

/** What the later stages may ask of the mailbox whose message is being processed; done within the same step. */
public interface Place {

    /** Keeps a fact that we state ourselves in the mailbox: it is part of whatever the mailbox hands over. */
    void keep(Fact own);

    /** Has the mailbox looked at again; a time that has passed means as soon as possible. */
    void wakeAt(Instant due, Wake why);

    /** How far whoever works on the mailbox is behind what has landed. */
    Behind behind();

    /** Archives the mailbox, and those that told it what it holds. */
    void archive();
}
