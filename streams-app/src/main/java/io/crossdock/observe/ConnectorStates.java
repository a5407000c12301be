package io.crossdock.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** What Connect says of its connectors: shown by {@code /ready}, never a part of whether this instance is ready. */
public final class ConnectorStates {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI statuses;

    /** Asks the worker at {@code connectUrl}. */
    public ConnectorStates(String connectUrl) {
        this.statuses = URI.create(connectUrl + "/connectors?expand=status");
    }

    /** The state of each connector and its tasks; an error text if the worker does not answer. */
    public ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode connectors = body.putArray("connectors");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(statuses).timeout(PATIENCE).build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            for (Map.Entry<String, JsonNode> entry :
                    json.readTree(answer.body()).properties()) {
                JsonNode status = entry.getValue().path("status");
                ObjectNode connector = connectors.addObject();
                connector.put("name", entry.getKey());
                connector.put("state", status.path("connector").path("state").asText("UNKNOWN"));
                ArrayNode tasks = connector.putArray("tasks");
                status.path("tasks")
                        .forEach(task -> tasks.add(task.path("state").asText("UNKNOWN")));
            }
        } catch (IOException e) {
            body.put("connectError", "Connect does not answer at " + statuses.getHost() + ":" + statuses.getPort());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return body;
    }
}
