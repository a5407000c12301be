package io.crossdock.connect.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.HttpAddress;
import io.crossdock.connect.http.RestClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The records of the target: written by upsert with the version fence in the record, read back by that field. */
final class Target {

    /** Decimals stay as the payload shows them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final RestClient client;
    private final String externalIdField;
    private final String fenceField;

    Target(RestClient client, String externalIdField, String fenceField) {
        this.client = client;
        this.externalIdField = externalIdField;
        this.fenceField = fenceField;
    }

    /**
     * Writes the message's payload, and its version if it is a state.
     *
     * @throws UnusablePayload if the payload is no JSON object; nothing was sent
     */
    Answer write(Message message) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", message.idempotencyKey());
        if (message.traceparent() != null) {
            headers.put("traceparent", message.traceparent());
        }
        return client.send("PATCH", path(message), headers, body(message));
    }

    /** Reads the record's version field. */
    Answer readFence(Message message) throws IOException, InterruptedException {
        return client.send("GET", path(message) + "?fields=" + fenceField, Map.of(), null);
    }

    /** The text of the version field in an answer, empty if the record has none. */
    String fence(Answer answer) {
        return answer.body().path(fenceField).asText("");
    }

    private String path(Message message) {
        String key = HttpAddress.encode(message.targetKey());
        String record = message.externalId() ? HttpAddress.encode(externalIdField) + "/" + key : key;
        return client.api("/sobjects/" + HttpAddress.encode(message.object()) + "/" + record);
    }

    private String body(Message message) throws UnusablePayload {
        try {
            JsonNode payload = JSON.readTree(message.payload());
            if (!(payload instanceof ObjectNode fields)) {
                throw new UnusablePayload("The payload of " + message.idempotencyKey() + " is no JSON object");
            }
            // The address names the record; a target refuses a body that names it again.
            fields.remove("Id");
            if (message.externalId()) {
                fields.remove(externalIdField);
            }
            if (message.state()) {
                fields.put(fenceField, message.version().toString());
            }
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UnusablePayload("The payload of " + message.idempotencyKey() + " is no JSON");
        }
    }
}
