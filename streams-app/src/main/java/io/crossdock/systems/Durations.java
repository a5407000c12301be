package io.crossdock.systems;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time in files. */
final class Durations {

    private Durations() {}

    /** A length of time above zero of a field that may be absent; what is written wrong counts as absent. */
    static Duration positive(JsonFile file, String field, Duration usual) {
        return file.at(field).isMissingNode()
                ? usual
                : Objects.requireNonNullElse(positive(file, field, usual.toString()), usual);
    }

    /** A length of time above zero, as ISO 8601 writes it; null, with the problem written down, if it is none. */
    static @Nullable Duration positive(JsonFile file, String field, String example) {
        return read(file, field, "a length of time above zero, for example \"" + example + "\"", Duration::isPositive);
    }

    /** The same, where zero says at once. */
    static @Nullable Duration notNegative(JsonFile file, String field, String example) {
        return read(
                file, field, "a length of time, for example \"" + example + "\"", duration -> !duration.isNegative());
    }

    private static @Nullable Duration read(JsonFile file, String field, String expected, Predicate<Duration> isUsable) {
        String text = file.text(field, expected);
        try {
            Duration duration = text.isEmpty() ? null : Duration.parse(text);
            if (duration == null || isUsable.test(duration)) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        file.problem(field, "found " + text, expected);
        return null;
    }
}
