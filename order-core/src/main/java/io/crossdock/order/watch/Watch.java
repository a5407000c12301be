package io.crossdock.order.watch;

import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.Projected;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which limits an order is running against. A function of its facts alone: time decides only which of them are due (R142, R170). What
 * came by snapshot or replay is counted from when it landed: nobody is late because a system was connected (R172).
 */
public final class Watch {

    private final List<WatchRule> rules;

    /** Looks for these. */
    public Watch(List<WatchRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * All that is waited for, due or not, in the order of the rules; nothing of an order that is over.
     *
     * @param hours the working time of a location; of null, where nobody knows the place, that of the deployment
     */
    public List<Overdue> of(Projected projected, Function<@Nullable String, WorkingTime> hours) {
        if (projected.done() || projected.status().status() == FulfilmentStatus.CANCELLED) {
            return List.of();
        }
        WatchedOrder order = new WatchedOrder(projected, hours);
        return rules.stream().flatMap(order::against).toList();
    }
}
