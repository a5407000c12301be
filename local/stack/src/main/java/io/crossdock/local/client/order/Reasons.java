package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;

/** Why identifiers are one order, in sentences. */
final class Reasons {

    private Reasons() {}

    static void draw(Screen screen, JsonNode explanation) {
        screen.section("Why this is one order");
        Json.texts(explanation.path("text"))
                .forEach(reason -> screen.line(screen.ink().plain(reason)));
    }
}
