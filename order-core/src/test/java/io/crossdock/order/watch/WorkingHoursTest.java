package io.crossdock.order.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R171: only the hours count in which a place works, by its own clock. */
class WorkingHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalDate THANKSGIVING = LocalDate.parse("2026-11-26");
    private static final WorkingHours EAST = hours("08:00", "17:00", "15:00");
    private static final long SEED = 11;
    private static final int WORLDS = 300;

    @Test
    void shouldUseUpNothingWhileThePlaceIsClosed() {
        // Given: Friday evening, eight hours of work
        Instant friday = at("2026-11-20T18:30-05:00[America/New_York]");

        // Then: Monday evening
        assertThat(EAST.after(friday, Duration.ofHours(8))).isEqualTo(at("2026-11-23T16:00-05:00[America/New_York]"));
    }

    @Test
    void shouldLeaveOutAHoliday() {
        // Given
        Instant eve = at("2026-11-25T16:00-05:00[America/New_York]");

        // Then: one hour on the eve, the other on Friday
        assertThat(EAST.after(eve, Duration.ofHours(2))).isEqualTo(at("2026-11-27T09:00-05:00[America/New_York]"));
    }

    @Test
    void shouldCountByTheClockOfThePlaceWhenItChanges() {
        // Given: clocks go back on the Sunday between, and forward in spring
        Instant autumn = at("2026-10-30T16:00-04:00[America/New_York]");
        Instant spring = at("2026-03-06T16:00-05:00[America/New_York]");

        // Then: the shift of Monday begins at eight by its clock
        assertThat(EAST.after(autumn, Duration.ofHours(2))).isEqualTo(at("2026-11-02T09:00-05:00[America/New_York]"));
        assertThat(EAST.after(spring, Duration.ofHours(2))).isEqualTo(at("2026-03-09T09:00-04:00[America/New_York]"));
    }

    @Test
    void shouldCountANightAsLongAsItIs() {
        // Given: a night in which one hour is there twice
        WorkingHours night = new WorkingHours(
                NEW_YORK,
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                LocalTime.of(4, 0),
                EnumSet.allOf(DayOfWeek.class),
                Set.of());
        Instant evening = at("2026-10-31T22:00-04:00[America/New_York]");

        // Then: nine hours
        assertThat(night.after(evening, Duration.ofHours(9))).isEqualTo(at("2026-11-01T06:00-05:00[America/New_York]"));
        assertThat(night.endOf(LocalDate.parse("2026-10-31")))
                .isEqualTo(at("2026-11-01T06:00-05:00[America/New_York]"));
    }

    @Test
    void shouldBeginWhatComesAfterTheCutOffOnTheNextWorkingDay() {
        assertThat(EAST.begun(at("2026-11-20T14:59-05:00[America/New_York]")))
                .isEqualTo(at("2026-11-20T14:59-05:00[America/New_York]"));
        assertThat(EAST.begun(at("2026-11-20T15:01-05:00[America/New_York]")))
                .isEqualTo(at("2026-11-23T08:00-05:00[America/New_York]"));
        assertThat(EAST.begun(at("2026-11-25T20:00-05:00[America/New_York]")))
                .isEqualTo(at("2026-11-27T08:00-05:00[America/New_York]"));
        assertThat(EAST.begun(at("2026-11-23T05:00-05:00[America/New_York]")))
                .isEqualTo(at("2026-11-23T08:00-05:00[America/New_York]"));
    }

    @Test
    void shouldEndADayWhenItsLastWorkIsDone() {
        assertThat(EAST.endOf(LocalDate.parse("2026-11-20"))).isEqualTo(at("2026-11-20T17:00-05:00[America/New_York]"));
        assertThat(EAST.endOf(THANKSGIVING)).isEqualTo(at("2026-11-27T00:00-05:00[America/New_York]"));
    }

    @Test
    void shouldTakeNoTimeForNothing() {
        // Given
        Instant sunday = at("2026-11-22T12:00-05:00[America/New_York]");

        // Then
        assertThat(EAST.after(sunday, Duration.ZERO)).isEqualTo(sunday);
    }

    @Test
    void shouldComeToAnEndWhereEveryDayIsAHoliday() {
        // Given: two years of holidays
        Set<LocalDate> always =
                Set.copyOf(THANKSGIVING.datesUntil(THANKSGIVING.plusYears(2)).toList());
        WorkingHours never =
                new WorkingHours(NEW_YORK, LocalTime.of(8, 0), LocalTime.of(17, 0), LocalTime.of(15, 0), WEEK, always);

        // Then
        assertThat(never.after(at("2026-11-26T00:00-05:00[America/New_York]"), Duration.ofHours(1)))
                .isAfter(at("2026-11-26T00:00-05:00[America/New_York]"));
    }

    @Test
    void shouldRefuseAPlaceThatNeverWorks() {
        assertThatThrownBy(() -> new WorkingHours(
                        NEW_YORK, LocalTime.of(8, 0), LocalTime.of(17, 0), LocalTime.of(15, 0), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every minute is looked at, across both changes of the clocks. */
    @Test
    void shouldAgreeWithCountingMinuteByMinute() {
        Random random = new Random(SEED);
        for (int world = 0; world < WORLDS; world++) {
            WorkingHours place = any(random);
            LocalDate near = LocalDate.parse(random.nextBoolean() ? "2026-10-28" : "2026-03-04");
            Instant start = near.atStartOfDay(NEW_YORK).toInstant().plus(Duration.ofMinutes(random.nextInt(8 * 1440)));
            int minutes = 1 + random.nextInt(1_500);

            assertThat(place.after(start, Duration.ofMinutes(minutes)))
                    .as("world %d: %s from %s, %d min", world, place, start, minutes)
                    .isEqualTo(counted(place, start, minutes));
        }
    }

    private static Instant counted(WorkingHours place, Instant start, int minutes) {
        Instant now = start;
        int left = minutes;
        while (left > 0) {
            ZonedDateTime local = now.atZone(place.zone());
            LocalTime time = local.toLocalTime();
            LocalDate day = local.toLocalDate();
            boolean works = place.opens().isBefore(place.closes())
                    ? works(place, day) && !time.isBefore(place.opens()) && time.isBefore(place.closes())
                    : (works(place, day) && !time.isBefore(place.opens()))
                            || (works(place, day.minusDays(1)) && time.isBefore(place.closes()));
            left -= works ? 1 : 0;
            now = now.plus(Duration.ofMinutes(1));
        }
        return now;
    }

    private static boolean works(WorkingHours place, LocalDate day) {
        return place.days().contains(day.getDayOfWeek()) && !place.holidays().contains(day);
    }

    private static WorkingHours any(Random random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                days.add(day);
            }
        }
        // Neither begins nor ends in the hour that is there twice or not at all.
        return new WorkingHours(
                NEW_YORK,
                LocalTime.of(4 + random.nextInt(19), random.nextInt(60)),
                LocalTime.of(4 + random.nextInt(19), random.nextInt(60)),
                LocalTime.of(12, 0),
                days,
                Set.of(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-03-09")));
    }

    private static WorkingHours hours(String opens, String closes, String cutOff) {
        return new WorkingHours(
                NEW_YORK,
                LocalTime.parse(opens),
                LocalTime.parse(closes),
                LocalTime.parse(cutOff),
                WEEK,
                Set.of(THANKSGIVING));
    }

    private static Instant at(String text) {
        return ZonedDateTime.parse(text).toInstant();
    }
}
