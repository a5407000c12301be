/** What takes too long: rules as data, counted in the hours that a warehouse works. */
@NullMarked
package io.crossdock.order.watch;

import org.jspecify.annotations.NullMarked;
