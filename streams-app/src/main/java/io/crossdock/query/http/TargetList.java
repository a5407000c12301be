package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.operate.Act;
import io.crossdock.publish.OutboxStore;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How every target stands: what it is to be told beside what it is known to hold, over all instances. */
public final class TargetList {

    private static final List<String> COUNTED = List.of("states", "effects");
    private static final int NAMED = 5;

    private final OrderQueries orders;
    private final StoreView stores;
    private final Peers peers;
    private final Map<String, String> modes;

    /** {@code modes} by target, as the files say: {@code live} or {@code observe}. */
    public TargetList(OrderQueries orders, StoreView stores, Peers peers, Map<String, String> modes) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
        this.modes = new TreeMap<>(modes);
    }

    /** One item a target; asked by another instance, one a target and partition of this one. */
    Page page(Context http) {
        return new Page(Peers.PARTITION.equals(http.header(Peers.HEADER)) ? here() : all(), null);
    }

    /** One item a target. */
    List<ObjectNode> all() {
        List<ObjectNode> parts = parts();
        return modes.entrySet().stream()
                .map(target -> sum(target.getKey(), target.getValue(), parts))
                .toList();
    }

    /** One of them. */
    ObjectNode one(String target) {
        return sum(target, modes.getOrDefault(target, Act.OBSERVE), parts());
    }

    private List<ObjectNode> parts() {
        List<ObjectNode> parts = new ArrayList<>(here());
        parts.addAll(peers.items(stores.elsewhere(OutboxStore.NAME), "/api/v1/targets"));
        return parts;
    }

    private List<ObjectNode> here() {
        return orders.targets(modes.keySet());
    }

    static ObjectNode sum(String target, String byFile, List<ObjectNode> all) {
        List<ObjectNode> parts = SwitchList.of(target, all);
        ObjectNode item = SwitchList.sum(target, byFile, parts);
        for (String counted : COUNTED) {
            ObjectNode sums = item.putObject(counted);
            parts.forEach(part -> part.path(counted)
                    .properties()
                    .forEach(count -> sums.put(
                            count.getKey(),
                            sums.path(count.getKey()).asLong()
                                    + count.getValue().asLong())));
        }
        parts.stream()
                .map(part -> part.path("waitingSince").asText(""))
                .filter(since -> !since.isEmpty())
                .min(Comparator.comparing(Instant::parse))
                .ifPresent(since -> item.put("waitingSince", since));
        var different = item.putArray("different");
        parts.forEach(part -> part.path("different").forEach(order -> {
            if (different.size() < NAMED) {
                different.add(order.asText());
            }
        }));
        return item;
    }
}
