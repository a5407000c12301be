@NullMarked
package io.crossdock.order.publication;

import org.jspecify.annotations.NullMarked;
