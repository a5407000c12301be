package io.crossdock.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks the application where an order is, by any identifier. */
final class App {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The order; an object without fields if the application does not know it. */
    JsonNode order(String identifier) {
        return get("/api/v1/orders/" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
    }

    /** The stamps of each milestone on its way to each target. */
    JsonNode syncs(String identifier) {
        return get("/api/v1/sync?order=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8))
                .path("items");
    }

    /** Whether it says itself that it is ready. */
    boolean isReady() {
        return Http.answers(Port.MANAGEMENT.url() + "/ready");
    }

    private static JsonNode get(String path) {
        Answer answer = Http.get(Port.APP.url() + path, Map.of());
        if (!answer.isOk()) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The application answered " + path + " with what is no JSON.", e);
        }
    }
}
