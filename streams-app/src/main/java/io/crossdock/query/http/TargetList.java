package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.publish.OutboxStore;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.util.ArrayList;
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

    /** {@code modes} by target: {@code live} or {@code observe}. */
    public TargetList(OrderQueries orders, StoreView stores, Peers peers, Map<String, String> modes) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
        this.modes = new TreeMap<>(modes);
    }

    /** One item a target. */
    Page page(Context http) {
        if (Peers.PARTITION.equals(http.header(Peers.HEADER))) {
            return new Page(orders.targets(), null);
        }
        List<ObjectNode> parts = new ArrayList<>(orders.targets());
        for (String address : stores.elsewhere(OutboxStore.NAME)) {
            parts.addAll(peers.page(address, http.path()).items());
        }
        List<ObjectNode> items = new ArrayList<>();
        modes.forEach((target, mode) -> items.add(sum(target, mode, parts)));
        return new Page(items, null);
    }

    static ObjectNode sum(String target, String mode, List<ObjectNode> parts) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("target", target).put("mode", mode);
        for (String counted : COUNTED) {
            ObjectNode sums = item.putObject(counted);
            of(target, parts)
                    .forEach(part -> part.path(counted)
                            .properties()
                            .forEach(count -> sums.put(
                                    count.getKey(),
                                    sums.path(count.getKey()).asLong()
                                            + count.getValue().asLong())));
        }
        var different = item.putArray("different");
        of(target, parts)
                .forEach(part -> part.path("different").forEach(order -> {
                    if (different.size() < NAMED) {
                        different.add(order.asText());
                    }
                }));
        return item;
    }

    private static List<ObjectNode> of(String target, List<ObjectNode> parts) {
        return parts.stream()
                .filter(part -> part.path("target").asText().equals(target))
                .toList();
    }
}
