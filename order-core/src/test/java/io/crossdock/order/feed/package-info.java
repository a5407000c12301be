@NullMarked
package io.crossdock.order.feed;

import org.jspecify.annotations.NullMarked;
