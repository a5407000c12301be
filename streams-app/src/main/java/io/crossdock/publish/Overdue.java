package io.crossdock.publish;

import io.crossdock.contract.OrderSync;
import io.crossdock.exceptions.Wrong;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one target has not known for too long, however much it is: counted, and the oldest few named. */
final class Overdue {

    private static final int NAMED = 3;
    private static final Comparator<OrderSync> OLDEST_FIRST = Comparator.comparing(OrderSync::getProjectedAt);

    /** Whose head goes when an older one comes. */
    private final PriorityQueue<OrderSync> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());

    private long milestones;
    private long orders;
    private @Nullable String order;

    /** One more; those of an order come one after the other. */
    void add(OrderSync sync) {
        milestones++;
        if (!sync.getOrderId().equals(order)) {
            order = sync.getOrderId();
            orders++;
        }
        oldest.add(sync);
        if (oldest.size() > NAMED) {
            oldest.remove();
        }
    }

    /** What is said of it: since when, how much, and what first of all. At least one was added. */
    Wrong wrong(String target, Duration limit) {
        OrderSync first = oldest.stream().min(OLDEST_FIRST).orElseThrow();
        String named = oldest.stream()
                .sorted(OLDEST_FIRST)
                .map(sync -> sync.getOrderId() + " " + sync.getMilestone())
                .collect(Collectors.joining(", "));
        return new Wrong(
                target + " does not know " + milestones + " milestones of " + orders
                        + " orders that were to be told more than " + limit.toSeconds() + " s ago, first of all "
                        + named + ". Is its sink running (/ready, connectors[]), does the target"
                        + " answer, is its quota used up?",
                first.getProjectedAt().plus(limit));
    }
}
