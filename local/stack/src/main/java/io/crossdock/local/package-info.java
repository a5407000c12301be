/** The launcher of the local stack: {@link io.crossdock.local.Main} is its table of contents. */
@NullMarked
package io.crossdock.local;

import org.jspecify.annotations.NullMarked;
