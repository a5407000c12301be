package io.crossdock.local.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.Map;

/** What Connect says of a connector. */
public final class ConnectorState {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STOPPED = "STOPPED";

    private ConnectorState() {}

    /** True if the connector and each of its tasks are in a state; one that is stopped has no task, any other has one. */
    public static boolean is(String connector, String state) {
        Answer answer = Http.get(Port.CONNECT.url() + "/connectors/" + connector + "/status", Map.of());
        if (!answer.isOk()) {
            return false;
        }
        try {
            JsonNode status = JSON.readTree(answer.body());
            boolean all = state.equals(STOPPED) == status.path("tasks").isEmpty();
            for (JsonNode task : status.path("tasks")) {
                all &= task.path("state").asText().equals(state);
            }
            return all && status.at("/connector/state").asText().equals(state);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
