package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.query.Cursor;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreLocation;
import io.crossdock.query.StoreView;
import io.crossdock.track.OrderStore;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The list of orders, partition after partition, each from the instance that holds it. */
final class OrderList {

    private final OrderQueries orders;
    private final StoreView stores;
    private final Peers peers;

    OrderList(OrderQueries orders, StoreView stores, Peers peers) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
    }

    /** The page that a request asks for. */
    Page page(Context http) {
        Predicate<ObjectNode> wanted = matching("status", http.queryParam("status"))
                .and(matching("customer", http.queryParam("customer")))
                .and(withException(http.queryParam("exception")));
        int limit = PageSize.of(http);
        String text = http.queryParam("cursor");
        Cursor cursor = Cursor.parse(text == null ? "" : text);
        if (Peers.PARTITION.equals(http.header(Peers.HEADER))) {
            return orders.list(wanted, limit, cursor);
        }
        List<ObjectNode> items = new ArrayList<>();
        for (StoreLocation place :
                stores.whereAll(OrderStore.NAME).tailMap(cursor.partition()).values()) {
            int missing = limit - items.size();
            Page part = switch (place) {
                case StoreLocation.Here here -> orders.list(wanted, missing, from(cursor, here.partition()));
                case StoreLocation.There there ->
                    peers.page(there.address(), path(http, missing, from(cursor, there.partition())));
            };
            items.addAll(part.items());
            if (part.nextCursor() != null) {
                return new Page(items, part.nextCursor());
            }
        }
        return new Page(items, null);
    }

    private static Cursor from(Cursor cursor, int partition) {
        return partition == cursor.partition() ? cursor : new Cursor(partition, "");
    }

    private static String path(Context http, int limit, Cursor from) {
        StringBuilder path = new StringBuilder(http.path()).append("?limit=").append(limit);
        for (String filter : List.of("status", "customer", "exception")) {
            String value = http.queryParam(filter);
            if (value != null) {
                path.append('&').append(filter).append('=').append(Peers.encoded(value));
            }
        }
        return path.append("&cursor=").append(from.text()).toString();
    }

    private static Predicate<ObjectNode> matching(String field, @Nullable String value) {
        return order -> value == null || value.equals(order.path(field).asText());
    }

    private static Predicate<ObjectNode> withException(@Nullable String type) {
        return order -> {
            if (type == null) {
                return true;
            }
            for (JsonNode open : order.path("exceptions")) {
                if (open.asText().equals(type)) {
                    return true;
                }
            }
            return false;
        };
    }
}
