/**
 * How many facts a second the whole topology takes, beside a pipe that only carries the same bytes over the same hops, and beside that
 * pipe with one store put per record. Each of the three is a process of its own, paused while its input is written, then timed until
 * nothing is left.
 */
@NullMarked
package io.crossdock.bench.throughput;

import org.jspecify.annotations.NullMarked;
