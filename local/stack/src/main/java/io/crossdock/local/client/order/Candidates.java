package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;

/** Several things are called what was asked for. */
final class Candidates {

    private Candidates() {}

    static void draw(Screen screen, String id, JsonNode choice) {
        screen.section("Several things are called '" + id + "'; ask for one of them");
        Json.texts(choice.path("candidates"))
                .forEach(candidate -> screen.line(screen.ink().plain("./crossdock order " + candidate)));
    }
}
