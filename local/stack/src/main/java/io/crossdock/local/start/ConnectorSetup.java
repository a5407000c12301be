package io.crossdock.local.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.Map;

/** Gives connectors to the Connect worker by its REST API, and waits until they and their tasks run. */
final class ConnectorSetup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final int REBALANCING = 409;
    private static final int SHOWN = 600;

    private ConnectorSetup() {}

    /** Makes a connector, or changes it to this configuration. */
    static void put(String name, Map<String, String> config) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        Answer answer = send(name, config);
        while (answer.status() == REBALANCING && System.nanoTime() < until) {
            Pause.millis(100);
            answer = send(name, config);
        }
        if (!answer.isOk()) {
            throw new StackFailure("Connect refused connector " + name + ": " + answer.status() + " "
                    + shortened(answer.body()) + ".");
        }
    }

    /** Waits until a connector and all of its tasks run. */
    static void awaitRunning(String name) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Answer answer = Http.get(Port.CONNECT.url() + "/connectors/" + name + "/status", Map.of());
            if (answer.isOk() && isRunning(name, read(answer.body()))) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new StackFailure("Connector " + name + " does not run after two minutes: " + answer.status() + " "
                        + shortened(answer.body()) + "; see .crossdock/logs/connect.log.");
            }
            Pause.millis(100);
        }
    }

    private static boolean isRunning(String name, JsonNode status) {
        boolean all = status.at("/connector/state").asText().equals("RUNNING")
                && !status.path("tasks").isEmpty();
        for (JsonNode task : status.path("tasks")) {
            if (task.path("state").asText().equals("FAILED")) {
                throw new StackFailure("Connector " + name + " failed: "
                        + shortened(task.path("trace").asText()) + "; see .crossdock/logs/connect.log.");
            }
            all &= task.path("state").asText().equals("RUNNING");
        }
        return all;
    }

    private static Answer send(String name, Map<String, String> config) {
        try {
            return Http.send(
                    "PUT",
                    Port.CONNECT.url() + "/connectors/" + name + "/config",
                    JSON.writeValueAsString(config),
                    Map.of("Content-Type", "application/json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new StackFailure("Connect answered no JSON: " + shortened(body) + ".", e);
        }
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
