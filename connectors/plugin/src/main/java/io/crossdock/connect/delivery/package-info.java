/**
 * Delivers what an outbox wants a target to know, whatever the target is. Reads {@code out.<target>}; decides when a message is
 * tried, read back, fenced or given up; writes an entry to {@code out.ledger} for every attempt and a receipt to {@code
 * out.receipts} for every message; keeps the messages that have no receipt yet and the last version per record; fails by
 * waiting: an offset is committed only once the broker holds all that was written about its message.
 */
@NullMarked
package io.crossdock.connect.delivery;

import org.jspecify.annotations.NullMarked;
