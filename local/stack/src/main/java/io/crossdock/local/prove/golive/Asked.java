package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator asks the running application. */
final class Asked {

    static final List<String> TARGETS = List.of("crm", "erp", "wms-east", "wms-west", "notify");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Asked() {}

    /** An order; empty while it is not known. */
    static Optional<JsonNode> order(String id) {
        Answer answer = Http.get(url("/api/v1/orders/" + id), Map.of());
        return answer.isOk() ? Optional.of(parse(answer)) : Optional.empty();
    }

    /** How a target stands. */
    static JsonNode target(String name) {
        for (JsonNode item : get("/api/v1/targets").path("items")) {
            if (item.path("target").asText().equals(name)) {
                return item;
            }
        }
        throw new StackFailure("No target is called " + name + ".");
    }

    /** Has every target told, or only observed. */
    static void switchAll(String mode, String since) {
        for (String target : TARGETS) {
            ObjectNode body = JSON.createObjectNode().put("by", "golive").put("mode", mode);
            if (!since.isEmpty()) {
                body.put("since", since);
            }
            post("/api/v1/targets/" + target + "/mode", body);
        }
    }

    /** True while a target that has gone live is still looked through. */
    static boolean isLooking() {
        return TARGETS.stream().anyMatch(name -> target(name).path("looking").asBoolean());
    }

    /** Asks for a rebuild. */
    static JsonNode rebuild() {
        return post("/api/v1/replay", JSON.createObjectNode().put("by", "golive"));
    }

    /** Where the rebuild stands; empty while the application goes over to it. */
    static Optional<JsonNode> replay() {
        Answer answer = Http.get(url("/api/v1/replay"), Map.of());
        return answer.isOk() ? Optional.of(parse(answer)) : Optional.empty();
    }

    private static JsonNode get(String path) {
        return ok(path, Http.get(url(path), Map.of()));
    }

    private static JsonNode post(String path, JsonNode body) {
        return ok(path, Http.send("POST", url(path), body.toString(), Map.of("Content-Type", "application/json")));
    }

    private static JsonNode ok(String path, Answer answer) {
        if (!answer.isOk()) {
            throw new StackFailure(path + " answered " + answer.status() + " " + answer.body());
        }
        return parse(answer);
    }

    private static JsonNode parse(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The application answered no JSON.", e);
        }
    }

    private static String url(String path) {
        return Port.APP.url() + path;
    }
}
