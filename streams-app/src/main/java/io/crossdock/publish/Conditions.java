package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What outside of an order decides whether a target may be told of it now. */
public interface Conditions {

    /** Nothing is known of the sources, and nobody is paused. */
    Conditions NONE = (target, status, now) -> new Gate(true, null, now);

    /**
     * How things are.
     *
     * @param open false while the target is paused
     * @param completeTo everything that the order's sources wrote before is here; null if that is not known
     * @param lookAgain while it is not open: when to look again
     */
    record Gate(boolean open, @Nullable Instant completeTo, Instant lookAgain) {}

    /** How things are for one target and order. */
    Gate of(TargetSpec target, OrderStatus status, Instant now);
}
