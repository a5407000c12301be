package io.crossdock.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of rows. In a zone with daylight saving time, an hour that occurs twice is taken as its first
 * occurrence, and an hour that is skipped is shifted forward by the length of the gap.
 */
final class Times {

    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 16;

    private Times() {}

    /** A time with the value's own offset ({@code Z}, {@code +01:00}, {@code +0100}), else in the zone. */
    static OffsetDateTime time(String value, ZoneId zone) {
        int offsetAt = offsetAt(value);
        LocalDateTime local = LocalTimes.read(value, offsetAt);
        return offsetAt == value.length()
                ? local.atZone(zone).toOffsetDateTime()
                : local.atOffset(ZoneOffset.of(value.substring(offsetAt)));
    }

    /** A time in the zone; an offset that the transport added to a value without one is dropped. */
    static OffsetDateTime localTime(String value, ZoneId zone) {
        return LocalTimes.read(value, offsetAt(value)).atZone(zone).toOffsetDateTime();
    }

    /** A date as it stands; an offset behind it means nothing and moves nothing. */
    static LocalDate date(String value) {
        if (value.length() < DATE_LENGTH) {
            throw new DateTimeException("Not a date: " + value);
        }
        String rest = value.substring(DATE_LENGTH);
        if (!rest.isEmpty() && offsetAt(rest) != 0) {
            throw new DateTimeException("Not a date alone: " + value);
        }
        return LocalDate.parse(value.substring(0, DATE_LENGTH));
    }

    /** A time of day to the minute; an offset behind it means nothing and moves nothing. */
    static LocalTime timeOfDay(String value) {
        return LocalTime.parse(value.replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", ""))
                .truncatedTo(ChronoUnit.MINUTES);
    }

    /** RFC 3339 text of a time. */
    static String text(OffsetDateTime time) {
        String local = time.toLocalDateTime().toString();
        String seconds = local.length() == MINUTES_LENGTH ? ":00" : "";
        return local + seconds + time.getOffset();
    }

    /** Reads what {@link #text} writes. */
    static @Nullable OffsetDateTime parse(@Nullable String text) {
        return text == null ? null : time(text, ZoneOffset.UTC);
    }

    /** Where the offset begins, or the length if there is none; the minus signs of the date are none. */
    private static int offsetAt(String value) {
        int last = value.length() - 1;
        if (last >= 0 && (value.charAt(last) == 'Z' || value.charAt(last) == 'z')) {
            return last;
        }
        for (int i = last; i >= 0 && (i > DATE_LENGTH || value.length() < DATE_LENGTH); i--) {
            char c = value.charAt(i);
            if (c == '+' || c == '-') {
                return i;
            }
        }
        return value.length();
    }
}
