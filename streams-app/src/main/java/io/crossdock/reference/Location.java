package io.crossdock.reference;

import io.crossdock.order.watch.WorkingHours;
import io.crossdock.order.watch.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse and its calendar, from {@code reference.locations}. Times are local to {@code zone}.
 *
 * @param connection connection that knows the location under this code
 * @param code the code, unique within its connection
 * @param name for display; null if the source gives none
 * @param zone time zone it works in
 * @param opens begin of a working day
 * @param closes end of a working day
 * @param workingDays days it works on, holidays apart; never empty
 * @param cutOff what is released later leaves on the next working day
 * @param holidays days it does not work on
 */
public record Location(
        String connection,
        String code,
        @Nullable String name,
        ZoneId zone,
        LocalTime opens,
        LocalTime closes,
        Set<DayOfWeek> workingDays,
        LocalTime cutOff,
        Set<LocalDate> holidays) {

    /** Kind of row. */
    public static final String ENTITY = "locations";

    /** Middle part of its key. */
    static final String TYPE = "location";

    public Location {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
    }

    /** When it works. */
    public WorkingTime hours() {
        return new WorkingHours(zone, opens, closes, cutOff, workingDays, holidays);
    }

    /**
     * Reads attributes {@code name}, {@code timeZone}, {@code opens}, {@code closes}, {@code cutOff} ({@code HH:mm}), {@code workingDays}
     * ({@code MON,TUE,…}) and {@code holidays} ({@code 2026-12-25,…}; may be missing).
     *
     * @throws IllegalArgumentException naming the attribute that is missing or wrong
     */
    static Location read(String connection, String code, Map<String, String> attributes) {
        Attributes read = new Attributes(attributes);
        return new Location(
                connection,
                code,
                attributes.get("name"),
                read.zone("timeZone"),
                read.time("opens"),
                read.time("closes"),
                read.days("workingDays"),
                read.time("cutOff"),
                read.dates("holidays"));
    }
}
