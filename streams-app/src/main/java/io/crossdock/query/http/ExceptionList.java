package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.order.severity.Severity;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The exceptions of every instance that are not resolved, the most severe first and then the oldest: each instance tells those of its
 * own partitions.
 */
public final class ExceptionList {

    private static final List<String> FILTERS = List.of("type", "state", "severity", "customer", "order");
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Enum::name).toList();
    private static final Comparator<ObjectNode> ORDER = Comparator.<ObjectNode>comparingInt(
                    item -> SEVERITIES.indexOf(item.path("severity").asText()))
            .thenComparing(item -> item.path("openedAt").asText())
            .thenComparing(item -> item.path("exceptionId").asText());

    private final OrderQueries orders;
    private final StoreView stores;
    private final Peers peers;

    /** Over all instances. */
    public ExceptionList(OrderQueries orders, StoreView stores, Peers peers) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
    }

    /** Those that a request asks for by {@code type}, {@code state}, {@code severity}, {@code customer} and {@code order}, an orderId. */
    Page page(Context http) {
        String severity = http.queryParam("severity");
        if (severity != null && !SEVERITIES.contains(severity)) {
            throw new IllegalArgumentException("severity is '" + severity + "', expected one of " + SEVERITIES);
        }
        if (Peers.PARTITION.equals(http.header(Peers.HEADER))) {
            return new Page(orders.exceptions(), null);
        }
        List<ObjectNode> items = all();
        for (String filter : FILTERS) {
            String value = http.queryParam(filter);
            String field = filter.equals("order") ? "orderId" : filter;
            items.removeIf(
                    item -> value != null && !value.equals(item.path(field).asText()));
        }
        items.forEach(item -> item.remove(OrderQueries.KEPT));
        return new Page(items, null);
    }

    /** All of them, with where each is kept. */
    public List<ObjectNode> all() {
        List<ObjectNode> items = new ArrayList<>(orders.exceptions());
        items.addAll(peers.items(stores.elsewhere(ExceptionStore.NAME), "/api/v1/exceptions"));
        items.sort(ORDER);
        return items;
    }

    /** Where an item is kept. */
    static JsonNode kept(ObjectNode item) {
        return item.path(OrderQueries.KEPT);
    }
}
