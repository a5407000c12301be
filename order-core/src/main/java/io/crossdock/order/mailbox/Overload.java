package io.crossdock.order.mailbox;

/**
 * A mailbox that more identifiers name than one thing can have: a value such as VERBAL that slipped through, a hub.
 *
 * @param children identifiers that name it and have told it something
 * @param limit how many its type allows
 */
public record Overload(int children, int limit) {}
