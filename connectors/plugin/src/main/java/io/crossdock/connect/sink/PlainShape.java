package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Payloads;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.connect.http.HttpAddress;
import io.crossdock.order.fact.OrderVersion;

/**
 * An API that takes each message once: {@code PUT <object>/<idempotency key>}. Nothing is ever written over, so that the key
 * is fence enough; a state carries its version for the reader, who takes the highest.
 *
 * @param fenceField field that holds the version
 */
record PlainShape(String fenceField) implements Shape {

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String path(Message message) {
        return "/" + HttpAddress.encode(message.object()) + "/" + HttpAddress.encode(message.idempotencyKey());
    }

    @Override
    public String look(Message message) {
        return path(message);
    }

    /** Not every receiver can be read, and none needs to be: PUT under the same key does it once. */
    @Override
    public boolean mayBeUnreadable() {
        return true;
    }

    @Override
    public String body(Message message) throws UnusablePayload {
        ObjectNode fields = Payloads.fields(message);
        if (message.state()) {
            fields.put(fenceField, message.version().toString());
        }
        return fields.toString();
    }

    @Override
    public OrderVersion version(Message message, JsonNode found) {
        return message.version();
    }
}
