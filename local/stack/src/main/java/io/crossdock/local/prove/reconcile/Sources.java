package io.crossdock.local.prove.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the application says of its sources, asked as anybody would. */
final class Sources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> items = new ArrayList<>();

    private Sources() {}

    /** Asks now. */
    static Sources now() {
        Answer answer = Http.get(Port.APP.url() + "/api/v1/sources", Map.of());
        if (!answer.isOk()) {
            throw new StackFailure("/api/v1/sources answers " + answer.status() + " " + answer.body() + ".");
        }
        try {
            Sources sources = new Sources();
            JSON.readTree(answer.body()).path("items").forEach(sources.items::add);
            return sources;
        } catch (JsonProcessingException e) {
            throw new StackFailure("/api/v1/sources answers no JSON: " + answer.body() + ".", e);
        }
    }

    /** True if every entity has been read by a whole round that began after an instant. */
    boolean haveRoundSince(Instant instant) {
        return !items.isEmpty()
                && items.stream().allMatch(item -> {
                    String began = item.at("/round/beganAt").asText("");
                    return !began.isEmpty() && Instant.parse(began).isAfter(instant);
                });
    }

    /** Up to when a connection is complete; the epoch if nothing is known. */
    Instant completeTo(String connection) {
        return of(connection)
                .map(item -> item.path("completeTo").asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .map(Instant::parse)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** Rows that were not heard, or are not there any more, of all entities. */
    long open() {
        return items.stream()
                .mapToLong(item -> item.path("missing").asLong()
                        + item.path("stale").asLong()
                        + item.path("surplus").asLong())
                .sum();
    }

    /** Rows in the sources, and how many of them were heard as they are. */
    String counted() {
        long rows = items.stream()
                .mapToLong(item -> item.at("/round/rows").asLong())
                .sum();
        long held = items.stream()
                .mapToLong(item -> item.at("/round/held").asLong())
                .sum();
        return held + " of " + rows + " rows of " + items.size() + " entities held";
    }

    /** Names of the first rows of an entity that were not heard. */
    List<String> named(String connection, String entity) {
        return of(connection)
                .filter(item -> item.path("entity").asText().equals(entity))
                .flatMap(item -> StreamSupport.stream(item.path("named").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private Stream<JsonNode> of(String connection) {
        return items.stream().filter(item -> item.path("connection").asText().equals(connection));
    }
}
