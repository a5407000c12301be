package io.crossdock.order.watch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The hours of one place by its own clock; a day is as long as its clock makes it, also when the clocks change (R171).
 *
 * @param zone time zone of the place
 * @param opens begin of a working day
 * @param closes end of a working day; not after {@code opens} means on the next calendar day, equal to it a whole day
 * @param cutOff what comes later on a working day is begun on the next one
 * @param days days on which work begins; not empty
 * @param holidays days on which none begins
 */
public record WorkingHours(
        ZoneId zone, LocalTime opens, LocalTime closes, LocalTime cutOff, Set<DayOfWeek> days, Set<LocalDate> holidays)
        implements WorkingTime {

    /** Longer than any row of holidays: a place that never works would otherwise be looked at for ever. */
    private static final int LONGEST_REST_DAYS = 400;

    public WorkingHours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A place works on at least one day of the week.");
        }
    }

    @Override
    public Instant after(Instant start, Duration working) {
        if (working.isZero()) {
            return start;
        }
        Duration left = working;
        // A shift that began the day before may still be going on.
        LocalDate day = start.atZone(zone).toLocalDate().minusDays(1);
        while (true) {
            day = nextWorkingDay(day);
            Instant from = later(opening(day), start);
            Duration shift = Duration.between(from, closing(day));
            if (shift.isPositive()) {
                if (left.compareTo(shift) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(shift);
            }
            day = day.plusDays(1);
        }
    }

    @Override
    public Instant begun(Instant arrived) {
        LocalDate day = arrived.atZone(zone).toLocalDate();
        LocalDate running = day.minusDays(1);
        if (worksOn(running) && arrived.isBefore(closing(running)) && !arrived.isAfter(cutOffOf(running))) {
            return arrived;
        }
        LocalDate first = worksOn(day) && !arrived.isAfter(cutOffOf(day)) ? day : nextWorkingDay(day.plusDays(1));
        return later(opening(first), arrived);
    }

    @Override
    public Instant endOf(LocalDate day) {
        return worksOn(day) ? closing(day) : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** That day, or the first working day behind it. */
    private LocalDate nextWorkingDay(LocalDate from) {
        LocalDate day = from;
        for (int rested = 0; rested < LONGEST_REST_DAYS; rested++) {
            if (worksOn(day)) {
                return day;
            }
            day = day.plusDays(1);
        }
        // Holidays for more than a year are a mistake in the calendar: they count as days of work.
        return from;
    }

    private boolean worksOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return onShiftOf(day, closes);
    }

    private Instant cutOffOf(LocalDate day) {
        return onShiftOf(day, cutOff);
    }

    /** A time of day within the shift that begins on a day, which may end on the next one. */
    private Instant onShiftOf(LocalDate day, LocalTime time) {
        return (time.isAfter(opens) ? day : day.plusDays(1))
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
