package io.crossdock.flow;

import java.time.Duration;

/**
 * How long things may wait, by the wall clock.
 *
 * @param orphan a document without an order, and a link that could mean two, before they are an exception
 * @param conflict a contradiction of the owner of a figure, before it is an exception
 * @param archive an order that is done, from its last fact until it is archived
 * @param retention an archived order, until nothing but its counters is kept
 */
public record Patience(Duration orphan, Duration conflict, Duration archive, Duration retention) {}
