/** What the container images hold, laid out as directories: for a container engine to take, or to be run as it lies. */
@NullMarked
package io.crossdock.local.image;

import org.jspecify.annotations.NullMarked;
