package io.crossdock.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import io.crossdock.local.trial.TrialOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each hop costs, by the stamps that Crossdock itself publishes at {@code /api/v1/sync}; stamps are whole milliseconds. */
final class Hops {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Double>> costs = new LinkedHashMap<>();

    private Hops() {}

    static Map<String, Durations> read(List<TrialOrder> orders, DatabaseClocks clocks, Progress progress) {
        Hops hops = new Hops();
        progress.step("hops", "reading the stamps of " + orders.size() + " shipments");
        for (TrialOrder order : orders) {
            for (JsonNode item : items(order)) {
                boolean shipped = item.path("milestone").asText().equals("shipped")
                        && item.path("subject").asText().equals(order.shipmentHome())
                        && item.path("target").asText().equals("crm");
                if (shipped && !item.path("confirmedAt").isNull()) {
                    hops.add(item, order, clocks);
                }
            }
        }
        Map<String, Durations> durations = new LinkedHashMap<>();
        hops.costs.forEach((hop, millis) -> durations.put(hop, Durations.of(millis)));
        return durations;
    }

    private void add(JsonNode item, TrialOrder order, DatabaseClocks clocks) {
        Instant occurred = time(item, "occurredAt");
        Instant recorded = time(item, "recordedAt");
        Instant landed = time(item, "landedAt");
        Instant projected = time(item, "projectedAt");
        Instant confirmed = time(item, "confirmedAt");
        put("occurred to recorded (the WMS's transaction)", occurred, recorded);
        put("recorded to landed (capture, Connect, broker)", recorded, landed);
        put("landed to projected (normalize, correlate, track)", landed, projected);
        put("projected to confirmed (publish, sink, CRM)", projected, confirmed);
        Instant shown = clocks.shown(order);
        if (shown != null) {
            put("of which until the CRM's commit", projected, shown);
        }
    }

    private void put(String hop, Instant from, Instant to) {
        costs.computeIfAbsent(hop, name -> new ArrayList<>()).add(LatencyRun.millis(from, to));
    }

    private static Instant time(JsonNode item, String field) {
        return OffsetDateTime.parse(item.path(field).asText()).toInstant();
    }

    private static JsonNode items(TrialOrder order) {
        Answer answer = Http.get(Port.APP.url() + "/api/v1/sync?order=" + order.shipmentHome(), Map.of());
        if (!answer.isOk()) {
            throw new StackFailure("The stamps of " + order.shipmentHome() + " cannot be read: " + answer.status() + " "
                    + answer.body() + ".");
        }
        try {
            return JSON.readTree(answer.body()).path("items");
        } catch (JsonProcessingException e) {
            throw new StackFailure("The application answered no JSON for " + order.shipmentHome() + ".", e);
        }
    }
}
