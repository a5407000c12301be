package io.crossdock.order.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How long something may take, counted in the hours in which it can be worked on (R171). */
public interface WorkingTime {

    /** The instant at which so much working time has passed since {@code start}; {@code start} itself for none. */
    Instant after(Instant start, Duration working);

    /** When work that comes at this instant is begun: not before the place opens, and on its next working day after its cut-off. */
    Instant begun(Instant arrived);

    /** The instant at which the last work of a calendar day ends. */
    Instant endOf(LocalDate day);
}
