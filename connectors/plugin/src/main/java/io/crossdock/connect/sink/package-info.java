/**
 * Tells a REST target what an outbox wants it to know. Reads {@code out.<target>}, decides nothing but how an answer is to be
 * understood, writes a receipt for every message to {@code out.receipts}, keeps the messages it has not yet a receipt for and
 * the last version per record, and fails by waiting: an offset is committed only once its receipt is at the broker.
 */
@NullMarked
package io.crossdock.connect.sink;

import org.jspecify.annotations.NullMarked;
