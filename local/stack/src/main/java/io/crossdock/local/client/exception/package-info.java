/** {@code exceptions}: what is stuck, late or contradictory, most severe first, and the word of a person who takes care of it. */
@NullMarked
package io.crossdock.local.client.exception;

import org.jspecify.annotations.NullMarked;
