/** Tests of the application as a whole. */
@NullMarked
package io.crossdock;

import org.jspecify.annotations.NullMarked;
