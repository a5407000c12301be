package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Quantity;
import io.crossdock.reference.Entry;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders what a record became as the files under {@code expected} write it: nothing that is null, empty or false. */
final class FactJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private FactJson() {}

    static ObjectNode of(Normalized normalized) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (normalized) {
            case Normalized.Accepted accepted -> {
                ArrayNode facts = json.putArray("accepted");
                accepted.facts().forEach(fact -> facts.add(fact(fact)));
                if (accepted.newColumn() != null) {
                    json.put("newColumn", accepted.newColumn());
                }
            }
            case Normalized.Referenced referenced -> {
                json.set("reference", entry(referenced.entry()));
                if (referenced.newColumn() != null) {
                    json.put("newColumn", referenced.newColumn());
                }
            }
            case Normalized.Rejected rejected -> {
                json.put("rejected", rejected.reason().text());
                json.put("text", rejected.text());
            }
            case Normalized.Ignored ignored -> json.put("ignored", ignored.rule());
        }
        return json;
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", entry.name().toString());
        json.put("op", entry.isThere() ? "ASSERT" : "RETRACT");
        json.put("version", entry.version().toString());
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(entry.attributes()).forEach(attributes::put);
        putUnlessEmpty(json, "attributes", attributes);
        return json;
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", fact.key().toString());
        json.put("home", fact.home().toString());
        json.put("version", fact.version().toString());
        json.put("op", fact.op().name());
        json.put("origin", fact.origin().name());
        if (fact.occurredAt() != null) {
            json.put("occurredAt", fact.occurredAt().toString());
        }
        json.put("recordedAt", fact.recordedAt().toString());
        putUnlessEmpty(json, "times", value(fact.times()));
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        for (Link link : fact.links()) {
            links.add(lower(link.kind()) + " " + link.from() + " -> " + link.to() + " by " + lower(link.rule()));
        }
        putUnlessEmpty(json, "links", links);
        if (fact.statement() != null) {
            ObjectNode statement = json.putObject("statement");
            statement.put("says", fact.statement().getClass().getSimpleName());
            statement.setAll(record(fact.statement()));
        }
        return json;
    }

    private static ObjectNode record(Object value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                Object part = component.getAccessor().invoke(value);
                if (part != null) {
                    putUnlessEmpty(json, component.getName(), value(part));
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A record component is not readable", e);
            }
        }
        return json;
    }

    private static @Nullable JsonNode value(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? JsonNodeFactory.instance.booleanNode(true) : null;
            case BigDecimal decimal -> TextNode.valueOf(decimal.toPlainString());
            case Identifier identifier -> TextNode.valueOf(identifier.toString());
            case Map<?, ?> map -> map(map);
            case Set<?> set -> set(set);
            case Record record -> record(record);
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static ArrayNode set(Set<?> set) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        set.stream().map(String::valueOf).sorted().forEach(json::add);
        return json;
    }

    /** Sorted by name: the order of an unmodifiable map differs from one run to the next. */
    private static ObjectNode map(Map<?, ?> map) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        map.forEach((name, part) -> sorted.put(
                name instanceof Quantity quantity ? quantity.text() : lower(name),
                Objects.requireNonNull(value(Objects.requireNonNull(part)))));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.setAll(sorted);
        return json;
    }

    private static void putUnlessEmpty(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null && !(value.isContainerNode() && value.isEmpty())) {
            json.set(name, value);
        }
    }

    private static String lower(@Nullable Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
