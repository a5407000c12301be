/** A distributor with many open orders switches Crossdock on beside an old way, goes live, and rebuilds everything once. */
@org.jspecify.annotations.NullMarked
package io.crossdock.local.prove.golive;
