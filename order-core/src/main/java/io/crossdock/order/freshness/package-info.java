/**
 * How far the sources are known to have been read, and who waits while one of them is behind. Rules R98 and R99 of
 * docs/rules.md.
 */
@NullMarked
package io.crossdock.order.freshness;

import org.jspecify.annotations.NullMarked;
