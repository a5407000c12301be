package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreLocation;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The open exceptions of every instance, oldest first: each instance tells those of its own partitions. */
final class ExceptionList {

    private final OrderQueries orders;
    private final StoreView stores;
    private final Peers peers;

    ExceptionList(OrderQueries orders, StoreView stores, Peers peers) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
    }

    /** All of them; {@code ?type=} asks for those of one type. */
    Page page(Context http) {
        String type = http.queryParam("type");
        List<ObjectNode> items = new ArrayList<>(orders.exceptions());
        if (!Peers.PARTITION.equals(http.header(Peers.HEADER))) {
            others().forEach(address ->
                    items.addAll(peers.page(address, http.path()).items()));
        }
        items.removeIf(item -> type != null && !type.equals(item.path("type").asText()));
        items.sort(Comparator.comparing(item -> item.path("openedAt").asText()));
        return new Page(items, null);
    }

    private Set<String> others() {
        Set<String> addresses = new TreeSet<>();
        for (StoreLocation place : stores.whereAll(ExceptionStore.NAME).values()) {
            if (place instanceof StoreLocation.There there) {
                addresses.add(there.address());
            }
        }
        return addresses;
    }
}
