package io.crossdock.worlds.delivery;

import io.crossdock.order.status.Projected;
import java.util.List;
import java.util.SortedSet;

/**
 * What somebody who listens to all feeds comes to.
 *
 * @param orders every order that would be published
 * @param alarms what a person is told about documents without an order and about numbers, each {@code <type> <identifier>}
 * @param feedAlarms what a person is told about whole feeds; depends on the order in which they were heard
 */
public record Told(List<Projected> orders, SortedSet<String> alarms, SortedSet<String> feedAlarms) {

    public Told {
        orders = List.copyOf(orders);
    }
}
