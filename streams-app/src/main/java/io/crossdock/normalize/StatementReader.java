package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.codec.ViewHash;
import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code statement} that a mapping file writes; its field names are those of {@link Statement}. */
final class StatementReader {

    private static final Pattern OUR_VERSION = Pattern.compile("\\d{1,18}\\.\\d{1,18}");

    private StatementReader() {}

    /** The statement; an absent one says nothing but the row's links. */
    static Statement read(JsonNode node) {
        if (node.isMissingNode()) {
            return new Statement.Alias();
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "order-header" -> orderHeader(node);
            case "document" -> document(node);
            case "line" -> line(node);
            case "carton" -> carton(node);
            case "scan" ->
                new Statement.Scan(
                        constant(node, "state", DocumentState.class), text(node, "code"), text(node, "place"));
            case "shown" -> shown(node);
            default ->
                throw failed(
                        "statement.type '" + type + "' is none of order-header, document, line, carton, scan, shown");
        };
    }

    private static Statement orderHeader(JsonNode node) {
        String credit = text(node, "credit");
        return new Statement.OrderHeader(
                constant(node, "state", Statement.OrderHeader.State.class),
                credit == null ? null : constant(node, "credit", Statement.OrderHeader.Credit.class),
                text(node, "customer"),
                text(node, "customerPo"),
                text(node, "currency"),
                node.path("prepaid").asBoolean(false),
                text(node, "priority"),
                text(node, "requestedDate"),
                text(node, "ourKey"),
                node.path("ours").isObject() ? mark(node.path("ours")) : null,
                text(node, "company"));
    }

    /** A row that is what we told its system; an effect is named by its key without the target. */
    private static Statement shown(JsonNode node) {
        return new Statement.Shown(required(node, "targetKey"), mark(node), text(node, "effect"));
    }

    /** A version that is none of ours is none: somebody else may have written into the field. */
    private static Statement.Mark mark(JsonNode node) {
        String version = text(node, "version");
        OrderVersion carried = version != null && OUR_VERSION.matcher(version).matches()
                ? OrderVersion.parse(version)
                : new OrderVersion(0, 0);
        JsonNode values = node.path("values");
        return new Statement.Mark(carried, values.isMissingNode() ? "" : ViewHash.of(values));
    }

    private static Statement document(JsonNode node) {
        return new Statement.Document(
                constant(node, "documentType", DocumentType.class),
                constant(node, "state", DocumentState.class),
                text(node, "carrier"),
                text(node, "location"),
                decimal(node.path("amount")),
                text(node, "currency"),
                node.path("finished").asBoolean(false),
                text(node, "reason"));
    }

    private static Statement line(JsonNode node) {
        String kind = text(node, "kind");
        String fulfilment = text(node, "fulfilment");
        return new Statement.Line(
                required(node, "line"),
                lineRef(node.path("refersTo")),
                relation(node.path("relation")),
                text(node, "sku"),
                text(node, "unit"),
                factors(node.path("factors")),
                kind == null ? Statement.Line.Kind.GOODS : constant(node, "kind", Statement.Line.Kind.class),
                fulfilment == null
                        ? Statement.Line.Fulfilment.STOCK
                        : constant(node, "fulfilment", Statement.Line.Fulfilment.class),
                text(node, "location"),
                text(node, "carton"),
                decimal(node.path("quantity")),
                counters(node.path("counters")),
                node.path("remaining").asBoolean(false),
                node.path("closed").asBoolean(false),
                decimal(node.path("price")));
    }

    /** A reference needs both halves: a document without a line, or a line without a document, names no line. */
    private static Statement.@Nullable LineRef lineRef(JsonNode node) {
        String document = text(node, "document");
        String line = text(node, "line");
        return document == null || line == null ? null : new Statement.LineRef(Identifier.parse(document), line);
    }

    private static Statement.@Nullable Relation relation(JsonNode node) {
        String line = text(node, "line");
        return line == null
                ? null
                : new Statement.Relation(constant(node, "role", Statement.Relation.Role.class), line);
    }

    private static Map<String, BigDecimal> factors(JsonNode node) {
        Map<String, BigDecimal> factors = new TreeMap<>();
        for (Map.Entry<String, JsonNode> factor : node.properties()) {
            BigDecimal value = decimal(factor.getValue());
            if (value == null || value.signum() <= 0) {
                throw failed("statement.factors." + factor.getKey() + " is not a number above 0");
            }
            factors.put(factor.getKey(), value);
        }
        return factors;
    }

    private static Map<Quantity, BigDecimal> counters(JsonNode node) {
        Map<Quantity, BigDecimal> counters = new EnumMap<>(Quantity.class);
        for (Map.Entry<String, JsonNode> counter : node.properties()) {
            BigDecimal value = decimal(counter.getValue());
            if (value != null) {
                counters.put(Quantity.of(counter.getKey()), value);
            }
        }
        return counters;
    }

    private static Statement carton(JsonNode node) {
        return new Statement.Carton(
                required(node, "number"), text(node, "sscc"), text(node, "carrier"), texts(node.path("tracking")));
    }

    /** One value, several, or none. */
    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(value -> texts.add(value.asText()));
        } else if (!node.isMissingNode() && !node.isNull()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        JsonNode decimal = Decimals.decimal(node);
        return decimal.isNumber() ? decimal.decimalValue() : null;
    }

    private static <E extends Enum<E>> E constant(JsonNode node, String field, Class<E> type) {
        String name = required(node, field);
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw failed("statement." + field + " '" + name + "' is no " + type.getSimpleName());
        }
    }

    private static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            throw failed("statement." + field + " is missing");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static Rejection failed(String what) {
        return new Rejection(Reason.MAPPING_FAILED, what + ". Correct the mapping file, then replay.");
    }
}
