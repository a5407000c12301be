/**
 * How far each source is known to have been read. Reads {@code source.heartbeats}, every one in every instance; keeps the global
 * store {@code watermarks}; writes nothing. A heartbeat that cannot be used is counted, and the others go on.
 */
@NullMarked
package io.crossdock.freshness;

import org.jspecify.annotations.NullMarked;
