/** What raw records become. */
@NullMarked
package io.crossdock.normalize;

import org.jspecify.annotations.NullMarked;
