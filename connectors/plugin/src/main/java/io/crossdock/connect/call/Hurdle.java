package io.crossdock.connect.call;

/** Something that may keep a call waiting. Its methods are called one at a time, under the gate's lock. */
interface Hurdle {

    /** The answer of a hurdle that only the end of another call can open. */
    long UNTIL_TOLD = Long.MAX_VALUE;

    /**
     * How long it stays closed.
     *
     * @param inFlight calls under way
     * @return nanoseconds, 0 or less if a call may start now
     */
    long closedFor(Lane lane, int inFlight);

    /** True if it is closed to this lane though it is open to a more urgent one. */
    default boolean bars(Lane lane) {
        return false;
    }

    /** A call has been let through. */
    default void begun() {}

    /** A call that had been let through was not made. */
    default void notMade() {}

    /** A call ended. */
    default void ended(Ending ending) {}
}
