package io.crossdock.systems;

import io.crossdock.order.watch.WatchRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits that are set for orders, from {@code connectors/limits.json}.
 *
 * @param rules in the order of their names
 * @param calendar code of the location whose hours count where nobody knows the place; null for all hours
 */
public record OrderLimits(List<WatchRule> rules, @Nullable String calendar) {

    /** None. */
    public static final OrderLimits NONE = new OrderLimits(List.of(), null);

    public OrderLimits {
        rules = List.copyOf(rules);
    }
}
