package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.When;
import io.crossdock.local.client.exception.OpenExceptions;
import java.util.function.Consumer;

/** One order at a glance: what it is, how far it is, what is wrong, who has said something, who has been told. */
final class Sheet {

    private final Screen screen;
    private final Api api;

    Sheet(Screen screen, Api api) {
        this.screen = screen;
        this.api = api;
    }

    void draw(String id, Reply reply) {
        JsonNode order = reply.body();
        When when = screen.when(reply.at());
        Summary.draw(screen, order);
        section(
                "Open exceptions",
                Query.of("/api/v1/exceptions")
                        .with("order", order.path("orderId").asText(null)),
                answer -> OpenExceptions.drawOf(screen, order, answer));
        Lines.draw(screen, order.path("lines"));
        Shipments.draw(screen, order.path("shipments"));
        Milestones.draw(screen, order.path("milestones"), when);
        section("Told", Query.of("/api/v1/sync").with("order", id), answer -> Targets.draw(screen, answer));
        Freshness.draw(screen, order.path("freshness"), when);
        Names.draw(screen, order.path("identifiers"));
    }

    /** The order is shown also while something beside it cannot be told. */
    private void section(String title, Query query, Consumer<Reply> draw) {
        try {
            draw.accept(api.list(query, "items"));
        } catch (ClientFailure failure) {
            screen.section(title);
            screen.line(screen.ink().warning("Not known at the moment. " + failure.sentence()));
        }
    }
}
