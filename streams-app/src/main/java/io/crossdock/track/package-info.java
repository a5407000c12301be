/**
 * Reads what changed in a topmost mailbox. Decides, through {@code Projection}, the status of its order. Writes
 * {@code orders.status}, {@code orders.events} and {@code orders.exceptions}; hands the status to {@code publish}. Keeps the stores
 * {@code orders} and {@code history}.
 */
@NullMarked
package io.crossdock.track;

import org.jspecify.annotations.NullMarked;
