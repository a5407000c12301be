package io.crossdock.flow;

import io.crossdock.order.fact.Identifier;

/** What {@code correlate} hands to {@code track} about one mailbox. */
public sealed interface MailboxEvent permits Standing, Entered {

    /** The mailbox. */
    Identifier self();

    /** True if it has no parent: it speaks for its order, or for an orphan. */
    boolean topmost();

    /** The mailbox itself, for what is asked of it in this step. */
    Place place();
}
