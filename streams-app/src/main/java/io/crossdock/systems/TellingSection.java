package io.crossdock.systems;

import io.crossdock.reference.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads {@code "telling": {"settle": "PT1S", "grace": "PT60S", "drift": "repair", "express": {"tiers": […], "priorities": […]}}} of a
 * connection's file; every field has a default.
 */
final class TellingSection {

    private static final String REPORT = "report";
    private static final List<String> TIERS =
            Stream.of(Tier.values()).map(Tier::name).toList();

    private TellingSection() {}

    static Telling read(JsonFile file) {
        Telling usual = Telling.USUAL;
        String drift = file.text("telling.drift", "\"repair\" or \"report\"", "repair");
        if (!drift.equals("repair") && !drift.equals(REPORT)) {
            file.problem("telling.drift", "found " + drift, "\"repair\" or \"report\"");
        }
        List<String> tiers = file.at("telling.express.tiers").isMissingNode()
                ? usual.expressTiers()
                : file.texts("telling.express.tiers");
        tiers.stream()
                .filter(tier -> !TIERS.contains(tier))
                .forEach(tier -> file.problem("telling.express.tiers", "found " + tier, "some of " + TIERS));
        List<String> priorities = file.at("telling.express.priorities").isMissingNode()
                ? usual.expressPriorities()
                : file.texts("telling.express.priorities");
        return new Telling(
                duration(file, "telling.settle", usual.settle()),
                duration(file, "telling.grace", usual.grace()),
                drift.equals(REPORT),
                tiers,
                priorities.stream()
                        .map(priority -> priority.toUpperCase(Locale.ROOT))
                        .toList());
    }

    private static Duration duration(JsonFile file, String field, Duration usual) {
        return file.at(field).isMissingNode()
                ? usual
                : Objects.requireNonNullElse(Durations.positive(file, field, usual.toString()), usual);
    }
}
