/**
 * Reads what changed in a topmost mailbox, or that time has passed. Decides, through {@code Projection}, the status of its order,
 * and what is wrong with it. Writes {@code orders.status}, {@code orders.events} and {@code orders.exceptions}; hands the status to
 * {@code publish}. Keeps the stores {@code orders}, {@code order-parts}, {@code history} and {@code exceptions}.
 */
@NullMarked
package io.crossdock.track;

import org.jspecify.annotations.NullMarked;
