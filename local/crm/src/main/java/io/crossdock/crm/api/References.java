package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the answers of earlier parts where later parts say {@code @{name.field}}. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("@\\{(?<name>\\w+)\\.(?<path>[\\w.\\[\\]]+)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    void put(String name, @Nullable JsonNode answer) {
        answers.put(name, answer == null ? Json.MAPPER.nullNode() : answer);
    }

    String resolve(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group("name"), found.group("path"))));
    }

    JsonNode resolve(JsonNode body) {
        if (body.isTextual()) {
            return TextNode.valueOf(resolve(body.asText()));
        }
        if (body.isObject()) {
            var copy = Json.MAPPER.createObjectNode();
            body.properties().forEach(entry -> copy.set(entry.getKey(), resolve(entry.getValue())));
            return copy;
        }
        if (body.isArray()) {
            var copy = Json.MAPPER.createArrayNode();
            body.forEach(element -> copy.add(resolve(element)));
            return copy;
        }
        return body;
    }

    private String value(String name, String path) {
        String pointer = "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
        JsonNode value = answers.getOrDefault(name, Json.MAPPER.nullNode()).at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw ApiException.of(
                    400,
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for %s.%s found in %s".formatted(name, path, name));
        }
        return value.asText();
    }
}
