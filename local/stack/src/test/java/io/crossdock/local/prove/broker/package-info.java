/** Tests of what the proofs themselves decide. */
@NullMarked
package io.crossdock.local.prove.broker;

import org.jspecify.annotations.NullMarked;
