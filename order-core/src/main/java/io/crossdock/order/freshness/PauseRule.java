package io.crossdock.order.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a target is not told (R99): while one of the sources it depends on is behind, it would be told what is no longer so. Begins above
 * one age and ends below another, so that it does not flutter between them.
 *
 * @param of connections that it looks at, in the order of the file
 * @param longerThan paused as soon as one of them is further behind
 * @param resumesBelow told again as soon as all of them are less behind; not more than {@code longerThan}
 */
public record PauseRule(List<String> of, Duration longerThan, Duration resumesBelow) {

    public PauseRule {
        of = List.copyOf(of);
        if (of.isEmpty() || resumesBelow.compareTo(longerThan) > 0) {
            throw new IllegalArgumentException("A pause looks at connections and ends at or below where it begins, got "
                    + of + ", longerThan " + longerThan + ", resumesBelow " + resumesBelow);
        }
    }

    /**
     * Whether the target is paused, and why.
     *
     * @param watermarks watermark by connection, empty where none is known: such a source does not pause, and is said
     * @param now by the clock that pauses are measured with
     * @param wasPaused what the last answer was; false before the first
     */
    public Pause decide(Function<String, Optional<Watermark>> watermarks, Instant now, boolean wasPaused) {
        Duration limit = wasPaused ? resumesBelow : longerThan;
        List<String> behind = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String connection : of) {
            Optional<Watermark> known = watermarks.apply(connection);
            if (known.isEmpty()) {
                unknown.add(connection);
            } else if (isBehind(known.get().age(now), limit, wasPaused)) {
                behind.add(connection + " is " + text(known.get().age(now)) + " behind");
            }
        }
        return new Pause(!behind.isEmpty(), sentence(behind, unknown, wasPaused));
    }

    /** It begins above its limit and goes on at its limit: a source exactly there is on neither way. */
    private static boolean isBehind(Duration age, Duration limit, boolean wasPaused) {
        int compared = age.compareTo(limit);
        return wasPaused ? compared >= 0 : compared > 0;
    }

    private String sentence(List<String> behind, List<String> unknown, boolean wasPaused) {
        String paused = behind.isEmpty()
                ? "No source is known to be more than " + text(longerThan) + " behind"
                : "Paused: " + String.join(", ", behind)
                        + (wasPaused ? "; it ends below " + text(resumesBelow) : ", more than " + text(longerThan));
        return paused + (unknown.isEmpty() ? "" : "; not known of " + String.join(", ", unknown)) + ".";
    }

    /** Whole seconds, as {@code 6 min 12 s}. */
    private static String text(Duration duration) {
        long minutes = duration.toMinutes();
        int seconds = duration.toSecondsPart();
        return minutes == 0 ? seconds + " s" : minutes + " min" + (seconds == 0 ? "" : " " + seconds + " s");
    }
}
