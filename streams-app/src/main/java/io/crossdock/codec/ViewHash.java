package io.crossdock.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the content of what a target is told, and of what its own row shows of it, by the same rule: so that an echo is an equality
 * of values. The order of fields, and whether an empty one is left out, make no difference; a number and a text that look alike are
 * one, because a database may answer a text with a number.
 */
public final class ViewHash {

    private ViewHash() {}

    /** 32 hex digits that depend on the fields that have a value, and on nothing else. */
    public static String of(JsonNode fields) {
        return ShortHash.of(text(fields));
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> sorted = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!isEmpty(field.getValue())) {
                    sorted.put(field.getKey(), text(field.getValue()));
                }
            }
            return sorted.toString();
        }
        if (node.isArray()) {
            StringBuilder items = new StringBuilder("[");
            node.forEach(item -> items.append(text(item)).append(','));
            return items.append(']').toString();
        }
        return node.asText().length() + ":" + node.asText();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isEmpty());
    }
}
