package io.crossdock.connect.call;

/**
 * What a target says about its day.
 *
 * @param used calls it has counted, also those of other programs
 * @param allowed calls it allows
 */
public record Usage(long used, long allowed) {}
