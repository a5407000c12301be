package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.fact.Identifier;
import io.crossdock.query.Age;
import io.crossdock.query.ByAge;
import io.crossdock.query.DeadLetters;
import io.crossdock.query.Held;
import io.crossdock.query.Located;
import io.crossdock.query.Locator;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.Rebuild;
import io.crossdock.query.Rung;
import io.crossdock.query.StoreView;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1}: where an order is, by any identifier. */
public final class Routes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Locator locator;
    private final ByAge orders;
    private final OrderList list;
    private final ExceptionList exceptions;
    private final DeadLetterList deadLetters;
    private final Forwarding forwarding;
    private final LagSummary lag;
    private final Freshness freshness;
    private final SwitchList switches;
    private final TargetList targets;
    private final SourceList sources;
    private final Acknowledgement acknowledgement;
    private final TargetSwitch targetSwitch;
    private final Rebuilds rebuilds;

    /**
     * Routes over the given queries; {@code stores} and {@code peers} find what another instance holds, {@code copies}
     * answers from what this one has in any state.
     */
    public Routes(
            Locator locator,
            ByAge orders,
            StoreView stores,
            Peers peers,
            LagSummary lag,
            Freshness freshness,
            SwitchList switches,
            TargetList targets,
            DeadLetters deadLetters,
            SourceList sources,
            OperatorLog log,
            Everywhere everywhere,
            Supplier<Rebuild> rebuild,
            Clock clock) {
        this.locator = locator;
        this.orders = orders;
        this.list = new OrderList(orders, stores, peers);
        this.exceptions = new ExceptionList(orders.current(), stores, peers);
        this.deadLetters = new DeadLetterList(deadLetters);
        this.forwarding = new Forwarding(stores, peers);
        this.lag = lag;
        this.freshness = freshness;
        this.switches = switches;
        this.targets = targets;
        this.targetSwitch = new TargetSwitch(switches, targets, everywhere, clock);
        this.rebuilds = new Rebuilds(rebuild, targets, everywhere, clock);
        this.sources = sources;
        this.acknowledgement = new Acknowledgement(exceptions, log, clock);
    }

    /** Adds the routes and the problems to a server. */
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/orders", http -> list(http, list.page(http)));
        config.routes.get("/api/v1/orders/{id}", http -> found(http, http.pathParam("id"), OrderQueries::order));
        config.routes.get(
                "/api/v1/orders/{id}/timeline",
                http -> found(http, http.pathParam("id"), (from, top) -> items(from.timeline(top), null)));
        config.routes.get(
                "/api/v1/orders/{id}/explain", http -> found(http, http.pathParam("id"), OrderQueries::explain));
        config.routes.get("/api/v1/exceptions", http -> fresh(http, page(exceptions.page(http))));
        config.routes.post("/api/v1/exceptions/{id}/acknowledge", acknowledgement::answer);
        config.routes.get("/api/v1/targets", http -> fresh(http, page(targets.page(http))));
        config.routes.post("/api/v1/targets/{target}/mode", targetSwitch::answer);
        config.routes.get("/api/v1/replay", http -> fresh(http, rebuilds.json()));
        config.routes.post("/api/v1/replay", rebuilds::begin);
        config.routes.get("/api/v1/dead-letters", http -> fresh(http, page(deadLetters.page(http))));
        config.routes.get("/api/v1/sources", http -> fresh(http, page(sources.page())));
        config.routes.get("/api/v1/sync", this::sync);
        config.routes.get("/api/v1/lag", http -> fresh(http, lag.json()));
        config.routes.get("/internal/mailbox", this::rung);
        config.routes.get(LagSummary.SAMPLES, http -> json(http, page(lag.samplesHere())));
        config.routes.get(LagSummary.OPEN, http -> json(http, page(lag.openHere())));
        config.routes.get(SwitchList.PATH, http -> json(http, page(switches.page())));
        Problems.addTo(config);
    }

    private void sync(Context http) {
        String id = http.queryParam("order");
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("Say which order: /api/v1/sync?order=<any identifier>");
        }
        found(http, id, (from, top) -> items(from.syncs(top), null));
    }

    /** For the other instances: what a mailbox says about the way up. */
    private void rung(Context http) {
        String id = http.queryParam("id");
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("Say which mailbox: /internal/mailbox?id=<qualified identifier>");
        }
        Rung rung = orders.of(Forwarding.age(http)).rung(Identifier.parse(id));
        ObjectNode answer = JSON.objectNode().put("known", rung.known());
        ArrayNode parents = answer.putArray("parents");
        rung.parents().forEach(parent -> parents.add(parent.toString()));
        json(http, answer);
    }

    private void found(Context http, String id, BiFunction<OrderQueries, Identifier, ObjectNode> answer) {
        Forwarding.FromHere here = (top, age) -> aged(http, answer.apply(orders.of(age), top), age.isStale());
        Identifier asked = Forwarding.topmost(http);
        if (asked != null) {
            here.answer(asked, Forwarding.age(http));
            return;
        }
        Held<Located> located = locator.locate(id);
        Age found = located.stale() ? Age.FOUND_BY_COPY : Age.CURRENT;
        switch (located.value()) {
            case Located.One one -> forwarding.answer(http, one.topmost(), found, here);
            case Located.Unknown unknown -> {
                if (located.stale()) {
                    throw new NotReadyException("Who would know '" + id + "' is being replaced, and no copy knows it.");
                }
                Problem.write(
                        http,
                        404,
                        "Unknown order",
                        "No system has said anything about '" + id + "'.",
                        extra -> extra.set("freshness", freshness.json()));
            }
            case Located.Several several -> {
                ArrayNode candidates = JSON.arrayNode();
                several.candidates().forEach(candidate -> candidates.add(candidate.toString()));
                ObjectNode choice = JSON.objectNode();
                choice.set("candidates", candidates);
                http.status(300).contentType("application/json").result(choice.toString());
            }
        }
    }

    private static ObjectNode page(Page page) {
        return items(page.items(), page.nextCursor());
    }

    private static ObjectNode items(List<ObjectNode> items, @Nullable String nextCursor) {
        ObjectNode list = JSON.objectNode();
        list.set("items", JSON.arrayNode().addAll(items));
        return list.put("nextCursor", nextCursor);
    }

    private void list(Context http, Held<Page> part) {
        aged(http, page(part.value()), part.stale());
    }

    /** With how current it is, and how complete: a copy does not know. */
    private void aged(Context http, ObjectNode answer, boolean stale) {
        json(http, answer.put("stale", stale).set("freshness", stale ? freshness.unknown() : freshness.json()));
    }

    /** With how complete it is. */
    private void fresh(Context http, ObjectNode answer) {
        json(http, answer.set("freshness", freshness.json()));
    }

    private static void json(Context http, JsonNode answer) {
        http.contentType("application/json").result(answer.toString());
    }
}
