/**
 * Databases as targets: each message becomes one row of an insert-only table, whose primary key is the message's idempotency
 * key, so that nothing is done twice and nothing is written over. Keeps a pool of connections; fails as an attempt that says
 * whether the row may be there.
 */
@NullMarked
package io.crossdock.connect.sink.table;

import org.jspecify.annotations.NullMarked;
