package io.crossdock.systems;

import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.SeverityRules;
import io.crossdock.order.watch.WatchRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is an exception and how much it matters, from {@code connectors/limits.json}.
 *
 * @param rules in the order of their names
 * @param calendar code of the location whose hours count where nobody knows the place; null for all hours
 * @param severities how much exceptions matter
 * @param caps how many of a type are told one by one
 */
public record OrderLimits(List<WatchRule> rules, @Nullable String calendar, SeverityRules severities, Caps caps) {

    /** None. */
    public static final OrderLimits NONE = new OrderLimits(List.of(), null, SeverityRules.NONE, Caps.USUAL);

    public OrderLimits {
        rules = List.copyOf(rules);
    }
}
