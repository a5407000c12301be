package io.crossdock.systems;

import io.crossdock.reference.Tier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code "telling": {"settle": "PT1S", "grace": "PT60S", "drift": "repair", "overdue": "PT15M", "express": {"tiers": […], "priorities": […]}}} of a
 * connection's file; every field has a default.
 */
final class TellingSection {

    private static final String REPORT = "report";

    private TellingSection() {}

    static Manner read(JsonFile file) {
        Manner usual = Manner.USUAL;
        String drift = file.text("telling.drift", "\"repair\" or \"report\"", "repair");
        if (!drift.equals("repair") && !drift.equals(REPORT)) {
            file.problem("telling.drift", "found " + drift, "\"repair\" or \"report\"");
        }
        List<String> tiers = file.names("telling.express.tiers", Tier.values());
        return new Manner(
                Durations.positive(file, "telling.settle", usual.settle()),
                Durations.positive(file, "telling.grace", usual.grace()),
                drift.equals(REPORT) ? Manner.Drift.REPORT : Manner.Drift.REPAIR,
                Durations.positive(file, "telling.overdue", usual.overdue()),
                file.at("telling.express.tiers").isMissingNode() ? usual.expressTiers() : Set.copyOf(tiers),
                texts(file, "telling.express.priorities", usual.expressPriorities()).stream()
                        .map(priority -> priority.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> texts(JsonFile file, String field, Set<String> usual) {
        return file.at(field).isMissingNode() ? usual : new LinkedHashSet<>(file.texts(field));
    }
}
