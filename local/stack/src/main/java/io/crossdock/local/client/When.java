package io.crossdock.local.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as a person in some zone reads them at some moment.
 *
 * @param now the moment, by the clock of the server that was asked
 */
public record When(ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** The time of day, after its date unless that is today's. */
    public String at(Instant instant) {
        String day = day(instant);
        return (day.equals(day(now)) ? "" : day + " ") + CLOCK.format(instant.atZone(zone));
    }

    /** Date and time of day. */
    public String dated(Instant instant) {
        return day(instant) + " " + CLOCK.format(instant.atZone(zone));
    }

    /** How long ago it was. */
    public String age(Instant instant) {
        return Span.age(Duration.between(instant, now));
    }

    /** How far it lies behind or ahead: {@code 3 min ago}, {@code in 2 h}. */
    public String distance(Instant instant) {
        Duration ago = Duration.between(instant, now);
        return ago.isNegative() ? "in " + Span.age(ago.negated()) : Span.age(ago) + " ago";
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }
}
