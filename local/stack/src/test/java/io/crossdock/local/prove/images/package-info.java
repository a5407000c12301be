/** How a laid-out image is run without a container engine. */
@NullMarked
package io.crossdock.local.prove.images;

import org.jspecify.annotations.NullMarked;
