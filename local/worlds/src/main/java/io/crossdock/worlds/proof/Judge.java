package io.crossdock.worlds.proof;

import io.crossdock.order.status.Projected;
import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.delivery.Told;
import io.crossdock.worlds.world.Feature;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Holds what would be published of a world against what is true in it. */
public final class Judge {

    /** Of worlds whose feeds are well, some are heard as they were written too: nothing may be told about them. */
    private static final int ONE_IN = 8;

    private final Delivery delivery;

    /** Judges what this delivery makes of a world's records. */
    public Judge(Delivery delivery) {
        this.delivery = delivery;
    }

    /** What differs; empty if everything is told as it is, nothing is missing and nothing is invented. */
    public List<Difference> differences(World world, Plan plan) {
        return differences(world, world.truths(), plan);
    }

    List<Difference> differences(World world, List<Truth> truths, Plan plan) {
        Told told = delivery.confirmed(world.written(), plan);
        List<Difference> differences = ofOrders(world, truths, told.orders());
        differences.addAll(ofAlarms(world.alarms(), told.alarms()));
        if (!world.feedAlarms().isEmpty() || plan.seed() % ONE_IN == 0) {
            Told inOrder = delivery.unconfirmed(world.written(), Plan.orderly(plan.seed()));
            differences.addAll(ofAlarms(world.feedAlarms(), inOrder.feedAlarms()));
            differences.addAll(ofOrders(world, world.truthsBeforeConfirmation(), inOrder.orders()));
        }
        return differences;
    }

    private static List<Difference> ofOrders(World world, List<Truth> truths, List<Projected> told) {
        boolean timed = !world.seen().contains(Feature.SILENTLY_RESTORED);
        Map<String, Projected> published = new HashMap<>();
        told.forEach(order -> published.put(order.orderId(), order));
        List<Difference> differences = new ArrayList<>();
        for (Truth truth : truths) {
            Projected got = published.remove(truth.orderId());
            if (got == null) {
                differences.add(new Difference(truth.about(), "order", "published", null));
            } else {
                Map<String, Object> body = Published.body(got, timed);
                if (!body.equals(truth.status())) {
                    differences.addAll(Difference.between(truth.about(), truth.status(), body));
                }
            }
        }
        published
                .values()
                .forEach(order ->
                        differences.add(new Difference(String.valueOf(order.root()), "order", null, "published")));
        return differences;
    }

    private static List<Difference> ofAlarms(SortedSet<String> expected, SortedSet<String> got) {
        return Difference.between(
                "beside the orders", Map.of("alarms", List.copyOf(expected)), Map.of("alarms", List.copyOf(got)));
    }
}
