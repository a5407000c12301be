/** Holds what the rules publish against what is true in the worlds, counts what was covered, and tells of what differs. */
@NullMarked
package io.crossdock.worlds.proof;

import org.jspecify.annotations.NullMarked;
