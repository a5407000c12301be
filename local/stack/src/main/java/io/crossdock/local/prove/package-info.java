/** The proofs of {@code ./crossdock prove}: each looks at the running stack from outside and ends with one line, {@code verdict: pass} or {@code verdict: fail}. */
@NullMarked
package io.crossdock.local.prove;

import org.jspecify.annotations.NullMarked;
