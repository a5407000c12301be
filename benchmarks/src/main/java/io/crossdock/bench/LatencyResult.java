package io.crossdock.bench;

import java.util.Map;

/**
 * What one run measured, all in milliseconds.
 *
 * @param total WMS commit to CRM commit, per order, by the clocks of the two databases
 * @param hops cost of each hop by its name, in the order of the way
 * @param capture reference: the same commits, until a plain consumer of the raw topic has them
 * @param roundTrip reference: a record written and read back by a plain producer and consumer, in the same seconds
 * @param late commits that were begun more than 50 ms after their turn
 */
record LatencyResult(Durations total, Map<String, Durations> hops, Durations capture, Durations roundTrip, int late) {}
