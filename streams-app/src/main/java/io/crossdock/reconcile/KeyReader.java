package io.crossdock.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.reconcile.SourceRow;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code source.keys}. Whatever comes, it never throws. */
final class KeyReader {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    private final Map<String, Set<String>> entities;

    /** {@code entities} by connection: those that are known. */
    KeyReader(Map<String, Set<String>> entities) {
        this.entities = Map.copyOf(entities);
    }

    /** What a value says; null if it cannot be used. */
    @Nullable
    KeyRecord read(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            JsonNode said = JSON.readTree(value);
            Set<String> known = entities.get(said.path("connection").asText());
            boolean isUsable = known != null
                    && (!said.has("entity")
                            || known.contains(said.path("entity").asText()));
            return isUsable ? record(said) : null;
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable KeyRecord record(JsonNode said) {
        String connection = said.path("connection").asText();
        String entity = said.path("entity").asText();
        long round = said.path("round").asLong();
        return switch (said.path("kind").asText()) {
            case "row" ->
                new KeyRecord.Met(
                        new FactKey(connection, entity, text(said, "key")),
                        new SourceRow(
                                said.has("changedAt") ? instant(said, "changedAt") : null, instant(said, "readAt")),
                        round);
            case "began" -> new KeyRecord.Began(connection, entity, round, instant(said, "at"));
            case "ended" -> new KeyRecord.Ended(connection, entity, round, instant(said, "at"));
            case "pulse" ->
                new KeyRecord.Pulse(
                        connection,
                        said.has("entity") ? entity : null,
                        round,
                        said.path("rows").asLong(),
                        said.has("about") ? said.path("about").asLong() : null);
            default -> null;
        };
    }

    private static Instant instant(JsonNode said, String field) {
        return Instant.parse(text(said, field));
    }

    private static String text(JsonNode said, String field) {
        String text = said.path(field).textValue();
        if (text == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }
}
