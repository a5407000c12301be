package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Identifier;

/**
 * A message to another mailbox. Messages of one step are sent in the order of the step's list.
 *
 * @param to the receiving identifier
 * @param message what it is told
 */
public record Outgoing(Identifier to, Message message) {}
