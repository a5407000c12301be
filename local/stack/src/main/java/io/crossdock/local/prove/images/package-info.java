/** Runs what the container images hold, as it lies in its directories, by somebody who may write nothing there. */
@NullMarked
package io.crossdock.local.prove.images;

import org.jspecify.annotations.NullMarked;
