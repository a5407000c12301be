@NullMarked
package io.crossdock.order.freshness;

import org.jspecify.annotations.NullMarked;
