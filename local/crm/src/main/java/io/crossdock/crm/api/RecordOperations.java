package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.model.ObjectType;
import io.crossdock.crm.model.RecordId;
import io.crossdock.crm.store.RecordStore;
import io.crossdock.crm.store.StoredRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Create, read, change, upsert and delete one record. */
public final class RecordOperations {
    private final ObjectCatalog catalog;

    /** Operations on the given objects. */
    public RecordOperations(ObjectCatalog catalog) {
        this.catalog = catalog;
    }

    /** POST /sobjects/&lt;object&gt;. */
    ApiReply create(ApiRequest request, RecordStore records) throws SQLException {
        ObjectType type = type(request.segments().get(1));
        String id = insert(type, FieldValues.checkedNew(type, request.object()), records);
        return ApiReply.changed(201, saved(id, true), type.name(), null, id);
    }

    /** GET /sobjects/&lt;object&gt;/&lt;id&gt; and /sobjects/&lt;object&gt;/&lt;external id field&gt;/&lt;value&gt;. */
    ApiReply read(ApiRequest request, RecordStore records) throws SQLException {
        Target target = target(request);
        StoredRecord found = records.find(target.type(), target.key(), target.value());
        if (found == null) {
            throw ApiException.notFound();
        }
        return ApiReply.read(
                found.show(wanted(target.type(), request.parameters().get("fields"))),
                target.type().name(),
                target.value(),
                found.id());
    }

    /** PATCH of an existing record by its id. */
    ApiReply update(ApiRequest request, RecordStore records) throws SQLException {
        Target target = target(request);
        ObjectNode fields = FieldValues.checked(target.type(), request.object());
        String id = records.update(target.type(), target.key(), target.value(), fields);
        if (id == null) {
            throw ApiException.notFound();
        }
        return ApiReply.changed(204, null, target.type().name(), target.value(), id);
    }

    /** PATCH by an external id: changes the record that has it, else creates it. */
    ApiReply upsert(ApiRequest request, RecordStore records) throws SQLException {
        Target target = target(request);
        ObjectType type = target.type();
        Field key = target.key();
        if (!key.externalId()) {
            throw ApiException.of(
                    400, "INVALID_FIELD", key.name() + " is no external id of " + type.name(), key.name());
        }
        ObjectNode fields = FieldValues.checked(type, request.object());
        if (fields.has(key.name()) && !fields.get(key.name()).asText().equals(target.value())) {
            throw ApiException.of(
                    400,
                    "INVALID_FIELD",
                    "The %s field should not be specified in the sobject data.".formatted(key.name()),
                    key.name());
        }
        String id = records.update(type, key, target.value(), fields);
        if (id != null) {
            return ApiReply.changed(204, null, type.name(), target.value(), id);
        }
        ObjectNode content = request.object().deepCopy().put(key.name(), target.value());
        id = records.insert(type, FieldValues.checkedNew(type, content));
        if (id != null) {
            return ApiReply.changed(201, saved(id, true), type.name(), target.value(), id);
        }
        // Somebody created it between our look and our write.
        id = records.update(type, key, target.value(), fields);
        if (id == null) {
            throw duplicate(type);
        }
        return ApiReply.changed(204, null, type.name(), target.value(), id);
    }

    /** DELETE of a record by its id or an external id. */
    ApiReply delete(ApiRequest request, RecordStore records) throws SQLException {
        Target target = target(request);
        String id = records.delete(target.type(), target.key(), target.value());
        if (id == null) {
            throw ApiException.notFound();
        }
        return ApiReply.changed(204, null, target.type().name(), target.value(), id);
    }

    private String insert(ObjectType type, ObjectNode fields, RecordStore records) throws SQLException {
        String id = records.insert(type, fields);
        if (id == null) {
            throw duplicate(type);
        }
        return id;
    }

    private record Target(ObjectType type, Field key, String value) {}

    private Target target(ApiRequest request) {
        List<String> path = request.segments();
        ObjectType type = type(path.get(1));
        Field key = field(type, path.size() == 3 ? "Id" : path.get(2));
        String value = path.get(path.size() - 1);
        return new Target(type, key, "Id".equals(key.name()) ? RecordId.complete(value) : value);
    }

    private ObjectType type(String name) {
        ObjectType type = catalog.find(name);
        if (type == null) {
            throw ApiException.notFound();
        }
        return type;
    }

    private static Collection<Field> wanted(ObjectType type, @Nullable String names) {
        if (names == null) {
            return type.fields();
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            fields.add(field(type, name.strip()));
        }
        return fields;
    }

    private static Field field(ObjectType type, String name) {
        Field field = type.field(name);
        if (field == null) {
            throw FieldValues.unknown(type, name);
        }
        return field;
    }

    private static ApiException duplicate(ObjectType type) {
        return ApiException.of(
                400, "DUPLICATE_VALUE", "duplicate value found: another " + type.name() + " has the same external id");
    }

    static JsonNode saved(String id, boolean created) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("id", id).put("success", true);
        body.putArray("errors");
        return body.put("created", created);
    }
}
