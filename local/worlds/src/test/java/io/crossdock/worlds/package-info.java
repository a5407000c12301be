/** Proofs that run with every build. */
@NullMarked
package io.crossdock.worlds;

import org.jspecify.annotations.NullMarked;
