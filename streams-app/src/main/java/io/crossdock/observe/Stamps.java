package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads the stamps of a milestone in one precision. */
public final class Stamps {

    private static final Duration COARSE = Duration.ofSeconds(1);

    private Stamps() {}

    /**
     * When it occurred, in whole milliseconds like every stamp that follows: a database that writes microseconds into its rows would
     * otherwise seem to have occurred after its own commit.
     */
    public static Instant occurred(OrderSync sync) {
        return OffsetDateTime.parse(sync.getOccurredAt()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * When it was recorded. A log that tells whole seconds, as MariaDB's does, seems to have recorded what occurred in that second before it
     * occurred: then it was recorded when it occurred, for all that anybody knows. What is a second or more apart are two clocks.
     */
    public static Instant recorded(OrderSync sync) {
        Instant occurred = occurred(sync);
        Instant recorded = sync.getRecordedAt();
        boolean sameSecond = recorded.isBefore(occurred)
                && recorded.toEpochMilli() % 1_000 == 0
                && recorded.plus(COARSE).isAfter(occurred);
        return sameSecond ? occurred : recorded;
    }
}
