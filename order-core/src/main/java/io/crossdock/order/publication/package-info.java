/**
 * Who writes the record of an order on {@code orders.status}. An order can be tracked at one mailbox now and at another one a
 * moment later, on different partitions; its record has one writer all its life: the mailbox of its root. Topmost mailboxes
 * say what they make of an order ({@link io.crossdock.order.publication.Notice}), the {@link
 * io.crossdock.order.publication.Register} at its root decides which word stands.
 */
@NullMarked
package io.crossdock.order.publication;

import org.jspecify.annotations.NullMarked;
