/**
 * What the stream of facts of one connection looks like as a whole: whether its source has gone back, and whether it takes
 * back more at once than people do. These watch arrival, so they never change a fact; they say or hold. Rules R96 and R97 of
 * docs/rules.md.
 */
@NullMarked
package io.crossdock.order.feed;

import org.jspecify.annotations.NullMarked;
