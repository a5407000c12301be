package io.crossdock.connect.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * One object to poll.
 *
 * @param entity name in topics, kebab-case
 * @param object the API's name of the object
 * @param select fields to read; cursor, id and key are always among them
 * @param cursor field with the time of the last change
 * @param id field with the record's id
 * @param key fields that make the key of a row in the order of the key, the id among them
 */
public record EntitySpec(
        @JsonProperty("entity") String entity,
        @JsonProperty("object") String object,
        @JsonProperty("select") List<String> select,
        @JsonProperty("cursor") String cursor,
        @JsonProperty("id") String id,
        @JsonProperty("key") List<String> key) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "[A-Za-z][A-Za-z0-9_.]*";

    /** Fills in what was left out, and refuses names that are none: they go into queries as they are. */
    public EntitySpec(
            @Nullable String entity,
            @Nullable String object,
            @Nullable List<String> select,
            @Nullable String cursor,
            @Nullable String id,
            @Nullable List<String> key) {
        this.entity = required("entity", entity, "[a-z0-9][a-z0-9-]*");
        this.object = required("object", object, NAME);
        this.cursor = cursor == null ? "SystemModstamp" : required("cursor", cursor, NAME);
        this.id = id == null ? "Id" : required("id", id, NAME);
        this.key = key == null ? List.of(this.id) : List.copyOf(key);
        if (!this.key.contains(this.id)) {
            throw new IllegalArgumentException("key must name the id " + this.id + ", got " + key);
        }
        Set<String> fields = new LinkedHashSet<>(select == null ? List.of() : select);
        fields.addAll(this.key);
        fields.add(this.cursor);
        fields.forEach(field -> required("select", field, NAME));
        this.select = List.copyOf(fields);
    }

    /**
     * Reads the option.
     *
     * @throws ConfigException if it is no JSON list of entities, or names one twice
     */
    public static List<EntitySpec> parse(String option, String json) {
        try {
            List<EntitySpec> specs = Arrays.asList(JSON.readValue(json, EntitySpec[].class));
            if (specs.isEmpty()) {
                throw new ConfigException(option, json, "name at least one entity");
            }
            Set<String> names = new HashSet<>();
            for (EntitySpec spec : specs) {
                if (!names.add(spec.entity())) {
                    throw new ConfigException(option, json, "entity " + spec.entity() + " is named twice");
                }
            }
            return specs;
        } catch (JsonProcessingException e) {
            throw new ConfigException(
                    option, json, "expected [{\"entity\":…,\"object\":…,\"select\":[…]}]: " + e.getOriginalMessage());
        }
    }

    /** The option's text for a part of the entities. */
    static String write(List<EntitySpec> specs) {
        try {
            return JSON.writeValueAsString(specs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Entities cannot be written: " + specs, e);
        }
    }

    /** A text as it stands between quotes in a query. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String required(String field, @Nullable String text, String pattern) {
        if (text == null || !text.matches(pattern)) {
            throw new IllegalArgumentException(field + " must match " + pattern + ", got " + text);
        }
        return text;
    }
}
