package io.crossdock.flow;

import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.publication.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice has reached the root of the order that it is about.
 *
 * @param self the root's mailbox
 * @param topmost true if it has no parent
 * @param notice what another mailbox says of the order
 * @param status the status it shows; null if it shows none
 * @param place the mailbox itself
 */
public record Entered(
        Identifier self,
        boolean topmost,
        Notice notice,
        @Nullable OrderStatus status,
        Place place) implements MailboxEvent {}
