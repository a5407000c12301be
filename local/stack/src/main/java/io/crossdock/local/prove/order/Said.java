package io.crossdock.local.prove.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The body of an order as paths and words, so that two of them can be compared one by one. */
final class Said {

    /** Our own names of an order, which its world does not know. */
    private static final String OURS = "crossdock:order:";

    private Said() {}

    /** {@code status}, {@code axes.billing}, {@code lines[2].quantities.shipped}, {@code shipments[wms-east:shipment:S-7].state}. */
    static Map<String, String> of(JsonNode body) {
        Map<String, String> said = new TreeMap<>();
        flatten("", body, said);
        return said;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (JsonNode item : node) {
                String name = item.has("line")
                        ? item.get("line").asText()
                        : item.path("id").asText();
                flatten(path + "[" + name + "]", item, into);
            }
        } else if (node.isArray()) {
            List<String> words = new ArrayList<>();
            node.forEach(item -> words.add(item.asText()));
            words.removeIf(word -> word.startsWith(OURS));
            words.sort(null);
            into.put(path, words.toString());
        } else {
            into.put(path, node.asText());
        }
    }
}
