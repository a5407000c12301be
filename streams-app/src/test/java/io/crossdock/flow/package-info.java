/** Tests of what is kept and written of an order. */
@NullMarked
package io.crossdock.flow;

import org.jspecify.annotations.NullMarked;
