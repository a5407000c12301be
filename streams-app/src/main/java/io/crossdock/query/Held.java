package io.crossdock.query;

/**
 * What was found in the stores.
 *
 * @param value what was found
 * @param stale true if a copy had a part in it, so that something newer may be known
 */
public record Held<T>(T value, boolean stale) {}
