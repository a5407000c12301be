/**
 * Reads the status of an order and the receipts of its messages. Decides, through {@code Outbox}, what each target is told next.
 * Writes {@code out.<target>} and {@code orders.sync}. Keeps the stores {@code outbox}, {@code syncs} and {@code unsynced}; its
 * part of an archived order lies in {@code archive}.
 */
@NullMarked
package io.crossdock.publish;

import org.jspecify.annotations.NullMarked;
