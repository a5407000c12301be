package io.crossdock.systems;

import io.crossdock.order.severity.Severity;
import io.crossdock.order.severity.SeverityRules;
import io.crossdock.reference.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code severity} of {@code limits.json}: {@code {"types": {"NOT_ACCEPTED": "MINOR"}, "raise": {"tiers": ["STRATEGIC"], "values":
 * {"USD": "10000"}, "wantedWithin": "PT8H"}}}; all of it may be missing.
 */
final class SeveritySection {

    private static final String TYPES = "severity.types";
    private static final String RAISE = "severity.raise.";
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Enum::name).toList();

    private final JsonFile file;

    SeveritySection(JsonFile file) {
        this.file = file;
    }

    SeverityRules read() {
        boolean soon = !file.at(RAISE + "wantedWithin").isMissingNode();
        Duration within = soon ? Durations.positive(file, RAISE + "wantedWithin", "PT8H") : null;
        return new SeverityRules(types(), Set.copyOf(file.names(RAISE + "tiers", Tier.values())), values(), within);
    }

    private Map<String, Severity> types() {
        Map<String, Severity> types = new HashMap<>();
        file.textsByName(TYPES).forEach((type, text) -> {
            if (SEVERITIES.contains(text)) {
                types.put(type, Severity.valueOf(text));
            } else {
                file.problem(TYPES + "." + type, "found " + text, "one of " + SEVERITIES);
            }
        });
        return types;
    }

    private Map<String, BigDecimal> values() {
        Map<String, BigDecimal> values = new HashMap<>();
        file.textsByName(RAISE + "values").forEach((currency, amount) -> {
            try {
                values.put(currency, new BigDecimal(amount));
            } catch (NumberFormatException e) {
                file.problem(RAISE + "values." + currency, "found " + amount, "an amount, for example \"10000\"");
            }
        });
        return values;
    }
}
