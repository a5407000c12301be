package io.crossdock.order.mailbox;

/** What became of a message. Which of a set of versions is superseded depends on arrival; what stands does not. */
public enum Outcome {
    /** It is the newest of its key; messages between mailboxes: it changed something. */
    APPLIED,
    /** Something newer about its key was known; its first-reached stamps still count. */
    SUPERSEDED,
    /** The same was known; messages between mailboxes: it changed nothing. */
    DUPLICATE
}
