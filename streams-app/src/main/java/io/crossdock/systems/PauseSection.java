package io.crossdock.systems;

import io.crossdock.order.freshness.PauseRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code "pause": {"when": "behind", "of": […], "longerThan": "PT5M", "resumesBelow": "PT1M"}} of a connection's file. */
final class PauseSection {

    private static final String BEHIND = "behind";

    private PauseSection() {}

    /** The rule; null if there is no section, and, with every problem written down, if it is not a whole one. */
    static @Nullable PauseRule read(JsonFile file) {
        if (file.at("pause").isMissingNode()) {
            return null;
        }
        String when = file.text("pause.when", "\"" + BEHIND + "\"");
        if (!when.isEmpty() && !when.equals(BEHIND)) {
            file.problem("pause.when", "found " + when, "\"" + BEHIND + "\": the only reason there is");
        }
        List<String> of = file.texts("pause.of");
        if (of.isEmpty()) {
            file.problem("pause.of", "no connection", "the connections whose being behind pauses this one");
        }
        Duration longerThan = Durations.positive(file, "pause.longerThan", "PT5M");
        Duration resumesBelow = Durations.positive(file, "pause.resumesBelow", "PT1M");
        if (longerThan == null || resumesBelow == null || of.isEmpty()) {
            return null;
        }
        if (resumesBelow.compareTo(longerThan) > 0) {
            file.problem("pause.resumesBelow", "found " + resumesBelow, "at most longerThan, which is " + longerThan);
            return null;
        }
        return new PauseRule(of, longerThan, resumesBelow);
    }
}
