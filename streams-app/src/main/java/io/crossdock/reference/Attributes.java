package io.crossdock.reference;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the texts of a row of reference data as what they mean; what cannot be read is named. */
record Attributes(Map<String, String> texts) {

    private static final int DAY_LENGTH = 3;

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return read(name, "one of " + Arrays.toString(type.getEnumConstants()), text -> Enum.valueOf(type, text));
    }

    ZoneId zone(String name) {
        return read(name, "an IANA time zone such as America/Chicago", ZoneId::of);
    }

    LocalTime time(String name) {
        return read(name, "a time of day such as 17:30", LocalTime::parse);
    }

    /** At least one day, by the first three letters of its English name. */
    Set<DayOfWeek> days(String name) {
        return read(name, "days such as MON,TUE,FRI", text -> {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            parts(text).forEach(part -> days.add(day(part)));
            return days;
        });
    }

    /** Dates, none if the attribute is missing. */
    Set<LocalDate> dates(String name) {
        if (!texts.containsKey(name)) {
            return Set.of();
        }
        return read(name, "dates such as 2026-11-26,2026-12-25", text -> {
            Set<LocalDate> dates = new TreeSet<>();
            parts(text).forEach(part -> dates.add(LocalDate.parse(part)));
            return dates;
        });
    }

    private <T> T read(String name, String expected, Function<String, T> reading) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("Attribute " + name + " is missing; expected " + expected);
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Attribute " + name + " is no such thing; expected " + expected, e);
        }
    }

    private static DayOfWeek day(String part) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, DAY_LENGTH).equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
