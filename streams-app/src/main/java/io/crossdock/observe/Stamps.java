package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads the stamps of a milestone in one precision. */
public final class Stamps {

    private Stamps() {}

    /**
     * When it occurred, in whole milliseconds like every stamp that follows: a database that writes microseconds into its rows would
     * otherwise seem to have occurred after its own commit.
     */
    public static Instant occurred(OrderSync sync) {
        return OffsetDateTime.parse(sync.getOccurredAt()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
