/**
 * What a person should know of an order, an orphan, a connection or a connector: opened once, resolved when it is no longer so.
 */
@NullMarked
package io.crossdock.exceptions;

import org.jspecify.annotations.NullMarked;
