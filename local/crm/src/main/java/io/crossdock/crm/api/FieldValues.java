package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.FieldCheck;
import io.crossdock.crm.model.FieldType;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** Checks what somebody wants to write against the object's definition. */
final class FieldValues {
    private FieldValues() {}

    /** The fields in stored form, under their canonical names; {@code attributes} is left out. */
    static ObjectNode checked(ObjectType type, ObjectNode sent) {
        ObjectNode stored = Json.MAPPER.createObjectNode();
        List<String> forbidden = new ArrayList<>();
        sent.properties().forEach(entry -> {
            if (entry.getKey().equals("attributes")) {
                return;
            }
            Field field = type.field(entry.getKey());
            if (field == null) {
                throw unknown(type, entry.getKey());
            }
            if (field.readOnly()) {
                forbidden.add(field.name());
            } else {
                stored.set(field.name(), FieldCheck.stored(field, entry.getValue()));
            }
        });
        if (!forbidden.isEmpty()) {
            throw ApiException.of(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", forbidden)
                            + ". Please check the security settings of this field and verify that it is read/write for your"
                            + " profile or permission set.",
                    forbidden.toArray(String[]::new));
        }
        return stored;
    }

    /** The same for a new record: defaults are filled in and nothing required is missing. */
    static ObjectNode checkedNew(ObjectType type, ObjectNode sent) {
        ObjectNode stored = checked(type, sent);
        List<String> missing = new ArrayList<>();
        for (Field field : type.fields()) {
            if (!stored.hasNonNull(field.name()) && field.defaultValue() != null) {
                stored.put(field.name(), field.defaultValue());
            }
            if (!stored.hasNonNull(field.name()) && field.required() && field.type() != FieldType.AUTONUMBER) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            throw ApiException.of(
                    400,
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: " + missing,
                    missing.toArray(String[]::new));
        }
        return stored;
    }

    static ApiException unknown(ObjectType type, String name) {
        return ApiException.of(
                400, "INVALID_FIELD", "No such column '%s' on sobject of type %s".formatted(name, type.name()), name);
    }
}
