/** What takes too long, by stories and minute by minute. */
@NullMarked
package io.crossdock.order.watch;

import org.jspecify.annotations.NullMarked;
