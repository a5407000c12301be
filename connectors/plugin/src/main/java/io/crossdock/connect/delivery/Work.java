package io.crossdock.connect.delivery;

/**
 * A message to be delivered.
 *
 * @param message what to tell the target
 * @param assignment the partition it came from
 * @param offset its offset there
 * @param maybeApplied true if someone may have delivered it before
 */
record Work(Message message, Assignment assignment, long offset, boolean maybeApplied) {}
