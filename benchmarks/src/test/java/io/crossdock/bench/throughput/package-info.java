@NullMarked
package io.crossdock.bench.throughput;

import org.jspecify.annotations.NullMarked;
