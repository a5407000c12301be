package io.crossdock.worlds.world;

/** Something a person can do about an order. */
@FunctionalInterface
interface Deed {

    /** Does it; false, with nothing changed, if it is not possible now. */
    boolean isDone(World world, Sale sale, Dice dice);
}
