package io.crossdock.order.freshness;

/**
 * Whether a target is paused.
 *
 * @param isPaused true if it is not to be told now
 * @param why one or two sentences for a person, also when it is not paused
 */
public record Pause(boolean isPaused, String why) {}
