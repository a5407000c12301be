package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Payloads;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.connect.http.HttpAddress;
import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's: records are changed or upserted with PATCH, the version fence in a field of the record. The record of an
 * effect is upserted by its idempotency key.
 *
 * @param externalIdField field that holds our key
 * @param fenceField field that holds the version
 */
record SalesforceShape(String externalIdField, String fenceField) implements Shape {

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public String path(Message message) {
        String key = HttpAddress.encode(key(message));
        String record = keyed(message) ? HttpAddress.encode(externalIdField) + "/" + key : key;
        return "/sobjects/" + HttpAddress.encode(message.object()) + "/" + record;
    }

    @Override
    public String look(Message message) {
        return path(message) + "?fields=" + (message.state() ? fenceField : externalIdField);
    }

    @Override
    public String body(Message message) throws UnusablePayload {
        return fields(message).toString();
    }

    @Override
    public @Nullable OrderVersion version(Message message, JsonNode found) {
        String text = found.path(fenceField).asText("");
        try {
            return text.isEmpty() ? null : OrderVersion.parse(text);
        } catch (IllegalArgumentException e) {
            // A field someone else has written something into fences nothing.
            return null;
        }
    }

    /** Where records like this one can be written together. */
    String collection(Message message) {
        return keyed(message)
                ? "/composite/sobjects/" + HttpAddress.encode(message.object()) + "/"
                        + HttpAddress.encode(externalIdField)
                : "/composite/sobjects";
    }

    /** The record as a member of such a collection, which its body addresses. */
    ObjectNode member(Message message) throws UnusablePayload {
        ObjectNode member = Payloads.object();
        member.putObject("attributes").put("type", message.object());
        member.put(keyed(message) ? externalIdField : "id", key(message));
        return member.setAll(fields(message));
    }

    /** True if the record is addressed by our key, false if by the target's own id. */
    boolean keyed(Message message) {
        return message.externalId() || !message.state();
    }

    /** The key that addresses the record. */
    String key(Message message) {
        return message.state() ? message.targetKey() : message.idempotencyKey();
    }

    /** The record's fields without those that its address holds: a target refuses a body that names the record again. */
    ObjectNode fields(Message message) throws UnusablePayload {
        ObjectNode fields = Payloads.fields(message);
        fields.remove("Id");
        if (keyed(message)) {
            fields.remove(externalIdField);
        }
        if (message.state()) {
            fields.put(fenceField, message.version().toString());
        }
        return fields;
    }
}
