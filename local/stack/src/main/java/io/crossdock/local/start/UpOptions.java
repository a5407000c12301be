package io.crossdock.local.start;

import io.crossdock.local.activity.HandOver;

/**
 * What a person asked for.
 *
 * @param fresh whether all state is forgotten first
 * @param ordersPerMinute pace of the simulated people; 0 for none
 * @param handOver how work gets from one desk of theirs to the next
 * @param instances how many instances of the application
 * @param partitions of every topic
 */
public record UpOptions(boolean fresh, int ordersPerMinute, HandOver.Way handOver, int instances, int partitions) {}
