/** Proves what a source that falls silent does: one exception, no letters, everything else goes on. */
@NullMarked
package io.crossdock.local.prove.silence;

import org.jspecify.annotations.NullMarked;
