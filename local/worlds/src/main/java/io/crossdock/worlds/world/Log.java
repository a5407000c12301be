package io.crossdock.worlds.world;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Everything that was written and everything that people did, in the order of the world's one clock. */
final class Log {

    private static final long BEGINNING = Instant.parse("2026-06-01T06:00:00Z").toEpochMilli();
    private static final ZoneId OFFICE = ZoneId.of("America/Chicago");

    private static final long BETWEEN_WRITES = 7;

    private final List<Written> written = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private long now = BEGINNING;

    /** People take their time. */
    void pass(int minutes) {
        now += minutes * 60_000L;
    }

    /** No two writes have one time. */
    long tick() {
        return now += BETWEEN_WRITES;
    }

    /** Milliseconds since 1970. */
    long now() {
        return now;
    }

    /** Minutes since 1970 at the next write. */
    long minuteOfNextWrite() {
        return (now + BETWEEN_WRITES) / 60_000L;
    }

    /** The time in UTC, as databases write it. */
    String time() {
        return Instant.ofEpochMilli(now).toString();
    }

    /** The clock on the office wall, without any zone. */
    String wallTime() {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(now), OFFICE) + "Z";
    }

    void add(String connection, String entity, int era, String key, String value, long at, String says) {
        written.add(new Written(written.size(), connection, entity, era, key, value, at, says));
    }

    void tell(String sentence) {
        story.add(sentence);
    }

    List<Written> written() {
        return written;
    }

    List<String> story() {
        return story;
    }
}
