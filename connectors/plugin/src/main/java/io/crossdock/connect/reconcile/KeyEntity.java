package io.crossdock.connect.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * One table whose rows are told.
 *
 * @param entity name in topics, kebab-case
 * @param table name at the source, with its schema
 * @param key primary key columns in order
 * @param changedAt column with the time of the row's last change; null if the table has none
 */
record KeyEntity(
        @JsonProperty("entity") String entity,
        @JsonProperty("table") String table,
        @JsonProperty("key") List<String> key,
        @JsonProperty("changedAt") @Nullable String changedAt) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMN = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String TABLE = COLUMN + "([.]" + COLUMN + ")?";

    /** Refuses names that are none: they go into statements. */
    KeyEntity {
        require("entity", entity, "[a-z0-9][a-z0-9-]*");
        require("table", table, TABLE);
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("key must name the primary key columns of " + table);
        }
        key.forEach(column -> require("key", column, COLUMN));
        if (changedAt != null) {
            require("changedAt", changedAt, COLUMN);
        }
        key = List.copyOf(key);
    }

    /**
     * Reads the option.
     *
     * @throws ConfigException if it is no JSON list of entities
     */
    static List<KeyEntity> parse(String option, String json) {
        try {
            List<KeyEntity> entities = List.of(JSON.readValue(json, KeyEntity[].class));
            if (entities.isEmpty()) {
                throw new ConfigException(option, json, "name at least one entity");
            }
            return entities;
        } catch (JsonProcessingException e) {
            throw new ConfigException(
                    option, json, "expected [{\"entity\":…,\"table\":…,\"key\":[…]}]: " + e.getOriginalMessage());
        }
    }

    /** Columns that are read, the primary key first. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(key);
        if (changedAt != null) {
            columns.add(changedAt);
        }
        return columns;
    }

    private static void require(String field, @Nullable String text, String pattern) {
        if (text == null || !text.matches(pattern)) {
            throw new IllegalArgumentException(field + " must match " + pattern + ", got " + text);
        }
    }
}
