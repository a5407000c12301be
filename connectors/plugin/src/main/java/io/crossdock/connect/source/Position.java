package io.crossdock.connect.source;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/**
 * A place in an object's changes. Timestamps repeat, so the id decides between equal ones.
 *
 * @param stamp time of the last change
 * @param id record id
 */
public record Position(Instant stamp, String id) implements Comparable<Position> {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    /** Reads a timestamp such as {@code 2026-11-20T23:45:21.123+0000} or {@code …Z}. */
    public static Instant instant(String text) {
        return OffsetDateTime.parse(text, READ).toInstant();
    }

    /** A timestamp as queries want it: UTC, at least milliseconds. */
    static String text(Instant stamp) {
        boolean wholeMillis = stamp.truncatedTo(ChronoUnit.MILLIS).equals(stamp);
        String pattern = "uuuu-MM-dd'T'HH:mm:ss." + (wholeMillis ? "SSS" : "nnnnnnnnn") + "'Z'";
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(stamp);
    }

    @Override
    public int compareTo(Position other) {
        int byStamp = stamp.compareTo(other.stamp);
        return byStamp != 0 ? byStamp : id.compareTo(other.id);
    }
}
