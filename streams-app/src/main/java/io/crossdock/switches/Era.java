package io.crossdock.switches;

/**
 * The epoch that an instance works in.
 *
 * @param epoch its number: that of the versions it gives
 * @param rebuilt true if every status is, or was, worked out anew in it from what came in: until that is done nothing of it is published
 */
public record Era(long epoch, boolean rebuilt) {}
