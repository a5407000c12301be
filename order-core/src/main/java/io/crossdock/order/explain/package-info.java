/**
 * Why the identifiers of one order belong together. Reads the facts of a topmost mailbox, decides nothing: it retells the
 * choice of parents and of the root with the rows that stated them.
 */
@NullMarked
package io.crossdock.order.explain;

import org.jspecify.annotations.NullMarked;
