package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.fact.Identifier;
import io.crossdock.query.Located;
import io.crossdock.query.Locator;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1}: where an order is, by any identifier. */
public final class Routes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;

    private final Locator locator;
    private final OrderQueries orders;
    private final LagSummary lag;

    /** Routes over the given queries. */
    public Routes(Locator locator, OrderQueries orders, LagSummary lag) {
        this.locator = locator;
        this.orders = orders;
        this.lag = lag;
    }

    /** Adds the routes and the problems to a server. */
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/orders", this::list);
        config.routes.get(
                "/api/v1/orders/{id}", http -> found(http, http.pathParam("id"), top -> json(http, orders.order(top))));
        config.routes.get(
                "/api/v1/orders/{id}/timeline",
                http -> found(http, http.pathParam("id"), top -> json(http, items(orders.timeline(top), null))));
        config.routes.get("/api/v1/sync", this::sync);
        config.routes.get("/api/v1/lag", http -> json(http, lag.json()));
        Problems.addTo(config);
    }

    private void sync(Context http) {
        String id = http.queryParam("order");
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("Say which order: /api/v1/sync?order=<any identifier>");
        }
        found(http, id, top -> json(http, items(orders.syncs(top), null)));
    }

    private void list(Context http) {
        Predicate<ObjectNode> wanted = matching("status", http.queryParam("status"))
                .and(matching("customer", http.queryParam("customer")))
                .and(withException(http.queryParam("exception")));
        String cursor = http.queryParam("cursor");
        Page page = orders.list(wanted, limit(http.queryParam("limit")), cursor == null ? "" : cursor);
        json(http, items(page.items(), page.nextCursor()));
    }

    private void found(Context http, String id, Consumer<Identifier> answer) {
        switch (locator.locate(id)) {
            case Located.One one -> answer.accept(one.topmost());
            case Located.Unknown unknown ->
                Problem.write(http, 404, "Unknown order", "No system has said anything about '" + id + "'.");
            case Located.Several several -> {
                ArrayNode candidates = JSON.arrayNode();
                several.candidates().forEach(candidate -> candidates.add(candidate.toString()));
                ObjectNode choice = JSON.objectNode();
                choice.set("candidates", candidates);
                http.status(300).contentType("application/json").result(choice.toString());
            }
        }
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

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? 50 : Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_PAGE) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("limit is '" + text + "', expected a whole number from 1 to " + MAX_PAGE);
    }

    private static ObjectNode items(List<ObjectNode> items, @Nullable String nextCursor) {
        ObjectNode list = JSON.objectNode();
        list.set("items", JSON.arrayNode().addAll(items));
        return list.put("nextCursor", nextCursor);
    }

    private static void json(Context http, JsonNode answer) {
        http.contentType("application/json").result(answer.toString());
    }
}
