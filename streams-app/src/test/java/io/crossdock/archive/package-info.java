/** Tests of what becomes of the state of orders that are done. */
@NullMarked
package io.crossdock.archive;

import org.jspecify.annotations.NullMarked;
