/**
 * Reads the status of an order and the receipts of its messages. Decides, through {@code Outbox}, what each target is told next.
 * Writes {@code out.<target>}, {@code orders.sync}, and to {@code orders.exceptions} what is wrong with telling. Keeps the stores {@code outbox}, {@code syncs} and {@code unsynced}; its
 * part of an archived order lies in {@code archive}.
 */
@NullMarked
package io.crossdock.publish;

import org.jspecify.annotations.NullMarked;
