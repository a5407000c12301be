package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.fact.Identifier;
import io.crossdock.query.Age;
import io.crossdock.query.ByAge;
import io.crossdock.query.Held;
import io.crossdock.query.Located;
import io.crossdock.query.Locator;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.Rung;
import io.crossdock.query.StoreView;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.BiFunction;

/** Where an order is, by any identifier, on whatever instance it is held. */
public final class OrderRoutes implements Routes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Locator locator;
    private final ByAge orders;
    private final OrderList list;
    private final Forwarding forwarding;
    private final Freshness freshness;
    private final Answers answers;

    /**
     * Routes over the orders of all instances.
     *
     * @param orders answers from what this instance has, and from its copies
     * @param stores with {@code peers}, find what another instance holds
     */
    public OrderRoutes(Locator locator, ByAge orders, StoreView stores, Peers peers, Freshness freshness) {
        this.locator = locator;
        this.orders = orders;
        this.list = new OrderList(orders, stores, peers);
        this.forwarding = new Forwarding(stores, peers);
        this.freshness = freshness;
        this.answers = new Answers(freshness);
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/orders", this::list);
        config.routes.get("/api/v1/orders/{id}", http -> found(http, http.pathParam("id"), OrderQueries::order));
        config.routes.get(
                "/api/v1/orders/{id}/timeline",
                http -> found(http, http.pathParam("id"), (from, top) -> Answers.items(from.timeline(top), null)));
        config.routes.get(
                "/api/v1/orders/{id}/explain", http -> found(http, http.pathParam("id"), OrderQueries::explain));
        config.routes.get("/api/v1/sync", this::sync);
        config.routes.get("/internal/mailbox", this::rung);
    }

    private void list(Context http) {
        Held<Page> part = list.page(http);
        answers.aged(http, Answers.page(part.value()), part.stale());
    }

    private void sync(Context http) {
        String id = said(http, "order", "Say which order: /api/v1/sync?order=<any identifier>");
        found(http, id, (from, top) -> Answers.items(from.syncs(top), null));
    }

    /** For the other instances: what a mailbox says about the way up. */
    private void rung(Context http) {
        String id = said(http, "id", "Say which mailbox: /internal/mailbox?id=<qualified identifier>");
        Rung rung = orders.of(Forwarding.age(http)).rung(Identifier.parse(id));
        ObjectNode answer = JSON.objectNode().put("known", rung.known());
        ArrayNode parents = answer.putArray("parents");
        rung.parents().forEach(parent -> parents.add(parent.toString()));
        Answers.json(http, answer);
    }

    private static String said(Context http, String parameter, String otherwise) {
        String value = http.queryParam(parameter);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    private void found(Context http, String id, BiFunction<OrderQueries, Identifier, ObjectNode> answer) {
        Forwarding.FromHere here = (top, age) -> answers.aged(http, answer.apply(orders.of(age), top), age.isStale());
        Identifier asked = Forwarding.topmost(http);
        if (asked != null) {
            here.answer(asked, Forwarding.age(http));
            return;
        }
        Held<Located> located = locator.locate(id);
        Age found = located.stale() ? Age.FOUND_BY_COPY : Age.CURRENT;
        switch (located.value()) {
            case Located.One one -> forwarding.answer(http, one.topmost(), found, here);
            case Located.Unknown unknown -> unknown(http, id, located.stale());
            case Located.Several several -> {
                ArrayNode candidates = JSON.arrayNode();
                several.candidates().forEach(candidate -> candidates.add(candidate.toString()));
                http.status(300);
                Answers.json(http, JSON.objectNode().set("candidates", candidates));
            }
        }
    }

    private void unknown(Context http, String id, boolean stale) {
        if (stale) {
            throw new NotReadyException("Who would know '" + id + "' is being replaced, and no copy knows it.");
        }
        Problem.write(
                http,
                404,
                "Unknown order",
                "No system has said anything about '" + id + "'.",
                extra -> extra.set("freshness", freshness.json()));
    }
}
