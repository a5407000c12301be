package io.crossdock.order.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts every hour: for places of which no calendar is known. Its days are those of UTC. */
public enum RoundTheClock implements WorkingTime {
    /** The only one. */
    ALWAYS;

    @Override
    public Instant after(Instant start, Duration working) {
        return start.plus(working);
    }

    @Override
    public Instant begun(Instant arrived) {
        return arrived;
    }

    @Override
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
