package io.crossdock.connect;

/**
 * What Connect says of a connector or a task.
 *
 * @param failed true if it has failed; one that is paused, stopped or not assigned has not
 * @param trace the first line of why; empty if it has not failed
 */
record PartState(boolean failed, String trace) {}
