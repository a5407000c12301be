package io.crossdock.crm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.Instants;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectType;
import java.time.Instant;
import java.util.Collection;

/**
 * One row as it was read.
 *
 * @param type its object
 * @param id 18 characters
 * @param fields what people and programs wrote; absent is null
 * @param createdAt by the database's clock
 * @param modifiedAt last write by anybody, by the database's clock, whole milliseconds
 */
public record StoredRecord(ObjectType type, String id, ObjectNode fields, Instant createdAt, Instant modifiedAt) {
    /** Path prefix of every data operation. */
    public static final String BASE = "/services/data/v62.0";

    /** The record as the API shows it: attributes first, then the wanted fields, null where nothing is known. */
    public ObjectNode show(Collection<Field> wanted) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.putObject("attributes").put("type", type.name()).put("url", BASE + "/sobjects/" + type.name() + "/" + id);
        for (Field field : wanted) {
            json.set(field.name(), value(field));
        }
        return json;
    }

    private JsonNode value(Field field) {
        if (field.column() == null) {
            JsonNode value = fields.get(field.name());
            return value == null ? NullNode.getInstance() : value;
        }
        return switch (field.column()) {
            case "id" -> TextNode.valueOf(id);
            case "created_at" -> TextNode.valueOf(Instants.show(createdAt));
            default -> TextNode.valueOf(Instants.show(modifiedAt));
        };
    }
}
