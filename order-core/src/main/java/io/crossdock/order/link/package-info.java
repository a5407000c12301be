/**
 * Who is whose parent. Reads the standing facts at home at an identifier, decides which of the links they state count
 * and which are beaten or ambiguous, and says which links follow for others. The mailboxes hand facts over along these
 * edges and the projection counts along the same ones, so that what an order holds and what it counts never differ.
 */
@NullMarked
package io.crossdock.order.link;

import org.jspecify.annotations.NullMarked;
