package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A part of the way of a milestone to a target, between two of its stamps; all but the last sum to the last. */
public enum Hop {
    /** Occurred to recorded. */
    SOURCE,
    /** Recorded to landed. */
    CONNECT,
    /** Landed to projected. */
    APPLICATION,
    /** Projected to first called; what was confirmed without a call was never held by a sink. */
    SINK,
    /** Called to confirmed. */
    TARGET,
    /** Occurred to confirmed. */
    TOTAL;

    /** Public name. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** False for the sink of what was confirmed without a call. */
    boolean isPartOf(OrderSync sync) {
        return this != SINK || sync.getCalledAt() != null;
    }

    /** How long it took; negative where two clocks disagree. The milestone is confirmed. */
    public Duration of(OrderSync sync) {
        return switch (this) {
            case SOURCE -> Duration.between(Stamps.occurred(sync), Stamps.recorded(sync));
            case CONNECT -> Duration.between(Stamps.recorded(sync), sync.getLandedAt());
            case APPLICATION -> Duration.between(sync.getLandedAt(), sync.getProjectedAt());
            case SINK -> Duration.between(sync.getProjectedAt(), called(sync));
            case TARGET -> Duration.between(called(sync), sync.getConfirmedAt());
            case TOTAL -> Duration.between(Stamps.occurred(sync), sync.getConfirmedAt());
        };
    }

    private static Instant called(OrderSync sync) {
        return sync.getCalledAt() == null ? sync.getProjectedAt() : sync.getCalledAt();
    }
}
