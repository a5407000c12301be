/**
 * Facts in: what connections say, absolutely and by version, and the identifiers and links they say it about.
 * Nothing here decides what an order's status is; that is {@code status}.
 */
@NullMarked
package io.crossdock.order.fact;

import org.jspecify.annotations.NullMarked;
