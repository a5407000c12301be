/** Tests of what the proofs themselves decide. */
@NullMarked
package io.crossdock.local.prove.poison;

import org.jspecify.annotations.NullMarked;
