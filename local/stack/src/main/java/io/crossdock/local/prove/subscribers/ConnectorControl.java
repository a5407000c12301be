package io.crossdock.local.prove.subscribers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.ConnectorState;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every connector obeys Connect's own REST API: it pauses, resumes and restarts. */
public final class ConnectorControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONNECTORS = "/connectors";

    private ConnectorControl() {}

    /** One check per connector. */
    public static List<Check> check() {
        JsonNode names = read(Http.get(Port.CONNECT.url() + CONNECTORS, Map.of()));
        if (names.isEmpty()) {
            return List.of(new Check("connectors obey Connect's REST API", false, "Connect runs none"));
        }
        List<Check> checks = new ArrayList<>();
        for (JsonNode name : names) {
            checks.add(check(Port.CONNECT.url() + CONNECTORS + "/" + name.asText(), name.asText()));
        }
        return checks;
    }

    private static Check check(String url, String name) {
        List<String> states = new ArrayList<>();
        boolean all = step(states, "PUT", url + "/pause", name, "PAUSED");
        all &= step(states, "PUT", url + "/resume", name, "RUNNING");
        all &= step(states, "POST", url + "/restart?includeTasks=true", name, "RUNNING");
        return new Check("connector " + name + " pauses, resumes and restarts by REST", all, String.join(", ", states));
    }

    private static boolean step(List<String> states, String method, String action, String name, String state) {
        Answer answer = Http.send(method, action, "", Map.of());
        boolean reached = answer.isOk() && Patience.until(PATIENCE, () -> ConnectorState.is(name, state));
        states.add(action.replaceAll(".*/|\\?.*", "") + " " + answer.status() + (reached ? " " : " not ") + state);
        return reached;
    }

    private static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.isOk() ? answer.body() : "[]");
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }
}
