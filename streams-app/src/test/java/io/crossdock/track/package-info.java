/** Tests of what is kept and written of an order. */
@NullMarked
package io.crossdock.track;

import org.jspecify.annotations.NullMarked;
