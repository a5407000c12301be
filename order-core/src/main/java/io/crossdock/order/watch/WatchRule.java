package io.crossdock.order.watch;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.Position;
import java.time.Duration;

/** A limit that somebody set for orders; one of a type is open for an order at a time (R170). */
public sealed interface WatchRule {

    /** Public name of the exception, for example {@code NOT_ACCEPTED}. */
    String type();

    /** How long it may take. */
    Duration limit();

    /** Which hours count. */
    Counted counted();

    /** Which hours count against a limit. */
    enum Counted {
        /** All. */
        ALWAYS,
        /** Those in which the place works. */
        WORKING,
        /** Those too, and what comes after the cut-off of a day is counted from its next working day. */
        CUT_OFF
    }

    /**
     * An order in a state in which nothing has happened for too long.
     *
     * @param status the state
     */
    record Stuck(String type, FulfilmentStatus status, Duration limit, Counted counted) implements WatchRule {}

    /**
     * A subject, the order or a document, that has reached one milestone and not, in time, another.
     *
     * @param of {@code order}, or the type of a document, for example {@code shipment}
     * @param milestone what is missing
     * @param after what begins the time
     */
    record Missing(String type, String of, Milestone milestone, Milestone after, Duration limit, Counted counted)
            implements WatchRule {}

    /**
     * An order of which units are where they should not stay: backordered, or closed short by the warehouse.
     *
     * @param position where they are
     * @param limit how long they may; zero for not at all
     */
    record Units(String type, Position position, Duration limit, Counted counted) implements WatchRule {}

    /**
     * An order that has not reached a milestone by its requested date: by the last work on that day.
     *
     * @param milestone what is missing
     * @param limit how long after that; negative for before it
     */
    record Late(String type, Milestone milestone, Duration limit, Counted counted) implements WatchRule {}
}
