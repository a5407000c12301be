package io.crossdock.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as schemaless Connect data. */
final class JsonValues {

    private JsonValues() {}

    /** The fields of an object, without the API's own {@code attributes}. */
    static Map<String, @Nullable Object> fields(JsonNode object) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getKey().equals("attributes")) {
                fields.put(field.getKey(), plain(field.getValue()));
            }
        }
        return fields;
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> fields(node);
            case ARRAY -> list(node);
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(plain(element)));
        return values;
    }

    /** Connect knows no schemaless decimal: a number a double cannot hold exactly in its digits travels as text. */
    private static Object number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        BigDecimal exact = node.decimalValue();
        double nearest = exact.doubleValue();
        boolean same = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
        return same ? (Object) nearest : exact.toPlainString();
    }
}
