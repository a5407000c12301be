package io.crossdock.worlds.proof;

import io.crossdock.order.status.Projected;
import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import io.crossdock.worlds.world.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what would be published of a world against what is true in it. */
public final class Judge {

    private final Delivery delivery;

    /** Judges what this delivery makes of a world's records. */
    public Judge(Delivery delivery) {
        this.delivery = delivery;
    }

    /** What differs; empty if every order is told as it is, none is missing and none is invented. */
    public List<Difference> differences(World world, Plan plan) {
        return differences(world.truths(), world.written(), plan);
    }

    List<Difference> differences(List<Truth> truths, List<Written> written, Plan plan) {
        Map<String, Projected> published = new HashMap<>();
        for (Projected order : delivery.orders(written, plan)) {
            published.put(order.orderId(), order);
        }
        List<Difference> differences = new ArrayList<>();
        for (Truth truth : truths) {
            Projected got = published.remove(truth.orderId());
            if (got == null) {
                differences.add(new Difference(truth.about(), "order", "published", null));
            } else {
                Map<String, Object> body = Published.body(got);
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
}
