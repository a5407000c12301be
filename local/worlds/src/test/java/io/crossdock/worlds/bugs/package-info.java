/** Proves the proof: rules that are wrong on purpose, each of which the worlds must find. */
@NullMarked
package io.crossdock.worlds.bugs;

import org.jspecify.annotations.NullMarked;
