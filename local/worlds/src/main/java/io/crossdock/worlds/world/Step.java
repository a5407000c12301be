package io.crossdock.worlds.world;

/**
 * Somebody does something about an order.
 *
 * @param act what
 * @param order number of the order, from 0
 * @param salt seed of every choice that has to be made while doing it
 */
public record Step(Act act, int order, int salt) {}
