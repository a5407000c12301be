package io.crossdock.connect.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Payloads as JSON objects; decimals stay as the payload shows them. */
public final class Payloads {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Payloads() {}

    /**
     * The payload's fields, a copy that the caller may change.
     *
     * @throws UnusablePayload if it is no JSON object
     */
    public static ObjectNode fields(Message message) throws UnusablePayload {
        JsonNode payload;
        try {
            payload = JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new UnusablePayload("The payload of " + message.idempotencyKey() + " is no JSON");
        }
        if (payload instanceof ObjectNode fields) {
            return fields;
        }
        throw new UnusablePayload("The payload of " + message.idempotencyKey() + " is no JSON object");
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
