package io.crossdock.local.start;

/**
 * What a person asked for.
 *
 * @param fresh whether all state is forgotten first
 * @param ordersPerMinute pace of the simulated people; 0 for none
 * @param instances how many instances of the application
 * @param partitions of every topic
 */
public record UpOptions(boolean fresh, int ordersPerMinute, int instances, int partitions) {}
