package io.crossdock.local.client;

import java.time.Duration;
import java.util.Locale;

/** How long something takes or lasts, as a person reads it. */
public final class Span {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Span() {}

    /** An age, in the two largest units that matter: {@code 2 s}, {@code 12 min}, {@code 3 h 20 min}, {@code 5 d 4 h}. */
    public static String age(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < MINUTE) {
            return millis / SECOND + " s";
        }
        if (millis < HOUR) {
            return millis / MINUTE + " min";
        }
        return millis < DAY ? pair(millis, HOUR, "h", MINUTE, "min") : pair(millis, DAY, "d", HOUR, "h");
    }

    /** A measured time, also one below zero, in one unit: {@code 85 ms}, {@code 82.3 s}, {@code 14.5 min}, {@code 2.1 h}. */
    public static String measured(long millis) {
        long size = Math.abs(millis);
        if (size < SECOND) {
            return millis + " ms";
        }
        if (size < 100 * SECOND) {
            return decimal(millis, SECOND) + " s";
        }
        return size < 100 * MINUTE ? decimal(millis, MINUTE) + " min" : decimal(millis, HOUR) + " h";
    }

    private static String decimal(long millis, long unit) {
        return String.format(Locale.ROOT, "%.1f", millis / (double) unit);
    }

    private static String pair(long millis, long large, String largeName, long small, String smallName) {
        long rest = millis % large / small;
        return millis / large + " " + largeName + (rest == 0 ? "" : " " + rest + " " + smallName);
    }
}
