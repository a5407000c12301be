/**
 * Answers where an order is, from the state stores, by any identifier. Reads only.
 */
@NullMarked
package io.crossdock.query;

import org.jspecify.annotations.NullMarked;
