package io.crossdock.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What servers say, read and written: fields may be missing or null, both mean unknown. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object; missing if {@code text} is none. */
    static JsonNode object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** As the server said it, on lines of its own. */
    public static String pretty(JsonNode node) {
        return node.toPrettyString() + System.lineSeparator();
    }

    /** The text of a field; empty if it is unknown. */
    public static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** The texts of a list; empty if it is unknown. */
    public static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** The instant of a field in RFC 3339; null if it is unknown. */
    public static @Nullable Instant instant(JsonNode node, String field) {
        try {
            return OffsetDateTime.parse(text(node, field)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
