package io.crossdock.local.start;

import io.crossdock.local.activity.HandOver;
import io.crossdock.local.layout.Shape;

/**
 * What a person asked for.
 *
 * @param fresh whether all state is forgotten first
 * @param ordersPerMinute pace of the simulated people; 0 for none
 * @param handOver how work gets from one desk of theirs to the next
 * @param instances how many instances of the application
 * @param partitions of every topic
 * @param shape brokers, workers, and whether strangers are kept out
 */
public record UpOptions(
        boolean fresh, int ordersPerMinute, HandOver.Way handOver, int instances, int partitions, Shape shape) {}
