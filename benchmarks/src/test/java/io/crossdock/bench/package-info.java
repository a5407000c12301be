/** Tests of the figures. */
@NullMarked
package io.crossdock.bench;

import org.jspecify.annotations.NullMarked;
