/** The way in for whoever sends the records of generated worlds to something real. */
@NullMarked
package io.crossdock.worlds;

import org.jspecify.annotations.NullMarked;
