package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutLane;
import io.crossdock.flow.Tracked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What outside of an order decides whether a target may be told of it now, and how urgent that is; never what it is told. */
public interface Conditions {

    /**
     * How things are.
     *
     * @param open false while the target is paused
     * @param completeTo the order's sources have been read past what landed before this; null if that is not known
     * @param lookAgain while it is not open: when to look again
     */
    record Gate(boolean open, @Nullable Instant completeTo, Instant lookAgain) {}

    /** How things are for one target and order. */
    Gate of(TargetSpec target, OrderStatus status, Instant now);

    /** The queue that messages about the order wait in at a target. */
    OutLane lane(TargetSpec target, Tracked.Order order);
}
