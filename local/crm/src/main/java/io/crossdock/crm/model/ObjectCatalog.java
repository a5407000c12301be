package io.crossdock.crm.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The objects this service knows, read from {@code objects.json}. */
public final class ObjectCatalog {
    /** Names go into SQL as they are, so nothing else may be one. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Map<String, ObjectType> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ObjectCatalog(JsonNode definitions) {
        definitions.properties().forEach(entry -> {
            String name = checked(entry.getKey());
            types.put(name, objectType(name, entry.getValue()));
        });
    }

    /**
     * Reads the definitions from the class path.
     *
     * @throws IllegalArgumentException if a definition is wrong; the message names it
     */
    public static ObjectCatalog load() {
        try (InputStream in = ObjectCatalog.class.getResourceAsStream("/objects.json")) {
            if (in == null) {
                throw new IllegalStateException("objects.json is missing from the class path: rebuild the CRM");
            }
            return new ObjectCatalog(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("objects.json cannot be read", e);
        }
    }

    /** The object of that name in any case, or null if there is none. */
    public @Nullable ObjectType find(String name) {
        return types.get(name);
    }

    /** All objects, by name. */
    public Collection<ObjectType> all() {
        return types.values();
    }

    private static ObjectType objectType(String name, JsonNode definition) {
        List<Field> fields = new ArrayList<>();
        definition
                .path("fields")
                .properties()
                .forEach(entry -> fields.add(field(checked(entry.getKey()), entry.getValue())));
        return new ObjectType(name, definition.path("keyPrefix").asText(), fields);
    }

    private static Field field(String name, JsonNode definition) {
        List<String> values = new ArrayList<>();
        definition.path("values").forEach(value -> values.add(value.asText()));
        FieldType type = FieldType.valueOf(definition.path("type").asText().toUpperCase(Locale.ROOT));
        return new Field(
                name,
                type,
                definition.path("length").asInt(type == FieldType.PICKLIST ? 255 : 0),
                definition.path("precision").asInt(0),
                definition.path("scale").asInt(0),
                List.copyOf(values),
                definition.path("externalId").asBoolean(false),
                definition.path("required").asBoolean(false),
                definition.hasNonNull("default") ? definition.path("default").asText() : null,
                definition.hasNonNull("to") ? definition.path("to").asText() : null,
                null);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("objects.json: '" + name + "' is no name of an object or field");
        }
        return name;
    }
}
