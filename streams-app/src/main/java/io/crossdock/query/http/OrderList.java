package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.query.Age;
import io.crossdock.query.ByAge;
import io.crossdock.query.Cursor;
import io.crossdock.query.Held;
import io.crossdock.query.Holders;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreLocation;
import io.crossdock.query.StoreView;
import io.crossdock.track.OrderStore;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The list of orders, partition after partition, each from an instance that holds it. */
final class OrderList {

    private final ByAge orders;
    private final StoreView stores;
    private final Peers peers;

    /** {@code orders} answers from this instance. */
    OrderList(ByAge orders, StoreView stores, Peers peers) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
    }

    /** The page that a request asks for. */
    Held<Page> page(Context http) {
        Predicate<ObjectNode> wanted = matching("status", http.queryParam("status"))
                .and(matching("customer", http.queryParam("customer")))
                .and(withException(http.queryParam("exception")));
        int limit = PageSize.of(http);
        String text = http.queryParam("cursor");
        Cursor cursor = Cursor.parse(text == null ? "" : text);
        if (Peers.PARTITION.equals(http.header(Peers.HEADER))) {
            Age age = Forwarding.age(http);
            return new Held<>(orders.of(age).list(wanted, limit, cursor), age.isStale());
        }
        List<ObjectNode> items = new ArrayList<>();
        boolean stale = false;
        SortedMap<Integer, Holders> rest = stores.allHolders(OrderStore.NAME).tailMap(cursor.partition());
        for (Map.Entry<Integer, Holders> each : rest.entrySet()) {
            int missing = limit - items.size();
            Cursor from = from(cursor, each.getKey());
            Held<Page> part = each.getValue().ask((place, age) -> part(http, place, age, wanted, missing, from));
            stale |= part.stale();
            items.addAll(part.value().items());
            if (part.value().nextCursor() != null) {
                return new Held<>(new Page(items, part.value().nextCursor()), stale);
            }
        }
        return new Held<>(new Page(items, null), stale);
    }

    private Page part(
            Context http, StoreLocation place, Age age, Predicate<ObjectNode> wanted, int limit, Cursor from) {
        return switch (place) {
            case StoreLocation.Here here -> orders.of(age).list(wanted, limit, from);
            case StoreLocation.There there -> peers.page(there.address(), path(http, limit, from), age);
        };
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
