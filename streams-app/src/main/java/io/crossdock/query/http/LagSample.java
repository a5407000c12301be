package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.OrderSync;
import io.crossdock.observe.Hop;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A confirmed milestone as instances tell each other of it, and as it is shown.
 *
 * @param orderId order
 * @param subject what reached it
 * @param state the milestone
 * @param source who told of it
 * @param target who knows of it now
 * @param confirmedAt since when
 * @param millis how long each part of the way took, milliseconds; negative where two clocks disagree
 */
record LagSample(
        String orderId,
        String subject,
        String state,
        String source,
        String target,
        Instant confirmedAt,
        Map<Hop, Long> millis) {

    static LagSample of(OrderSync sync) {
        Map<Hop, Long> millis = new EnumMap<>(Hop.class);
        for (Hop hop : Hop.values()) {
            millis.put(hop, hop.of(sync).toMillis());
        }
        return new LagSample(
                sync.getOrderId(),
                sync.getSubject(),
                sync.getMilestone(),
                sync.getSource(),
                sync.getTarget(),
                sync.getConfirmedAt(),
                millis);
    }

    static LagSample of(JsonNode json) {
        Map<Hop, Long> millis = new EnumMap<>(Hop.class);
        for (Hop hop : Hop.values()) {
            millis.put(hop, json.path(field(hop)).asLong());
        }
        return new LagSample(
                json.path("orderId").asText(),
                json.path("subject").asText(),
                json.path("state").asText(),
                json.path("source").asText(),
                json.path("target").asText(),
                Instant.parse(json.path("confirmedAt").asText()),
                millis);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("orderId", orderId)
                .put("subject", subject)
                .put("state", state)
                .put("source", source)
                .put("target", target)
                .put("confirmedAt", confirmedAt.toString());
        millis.forEach((hop, took) -> json.put(field(hop), took));
        return json;
    }

    long took(Hop hop) {
        return millis.getOrDefault(hop, 0L);
    }

    private static String field(Hop hop) {
        return hop.text() + "Ms";
    }
}
