package io.crossdock.order.publication;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/** What a mailbox says of an order whose record is written elsewhere: a message to the order's root. */
public sealed interface Notice {

    /** The mailbox that says so. */
    Identifier by();

    /** The order is tracked at {@code by}, and its newest status has this version. */
    record Shown(Identifier by, OrderVersion version) implements Notice {}

    /**
     * The root's facts are at {@code by}, but its order is no more.
     *
     * @param version above every version of it that {@code by} knows of
     * @param survivor orderId of the order it is a part of now; null if there is none
     */
    record Ended(
            Identifier by, OrderVersion version, @Nullable String survivor) implements Notice {}

    /** The root's facts have left {@code by}, or it is topmost no longer: what it said does not stand any more. */
    record Left(Identifier by) implements Notice {}

    /** The order was archived at {@code by} for as long as it is kept. */
    record Forgotten(Identifier by) implements Notice {}
}
