/** Tests of what is kept of telling. */
@NullMarked
package io.crossdock.publish;

import org.jspecify.annotations.NullMarked;
