/** Tests of what is kept and written of an order, and stores for the tests of others. */
@NullMarked
package io.crossdock.flow;

import org.jspecify.annotations.NullMarked;
