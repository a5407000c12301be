package io.crossdock.local.prove.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of the CRM, put in force and taken away by its own {@code /control/faults}. */
public final class CrmFaults {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/control/faults";

    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    /** Puts a fault in force; its count begins at none. */
    public void begin(String name, Map<String, Object> terms) {
        ours.add(name);
        read(Http.send("POST", Port.CRM.url() + PATH, JSON.valueToTree(terms).toString(), Map.of()));
    }

    /** Takes a fault away; returns how many calls it has hit. */
    public int end(String name) {
        int hits = hits(name);
        Http.send("DELETE", Port.CRM.url() + PATH + "/" + name, "", Map.of());
        return hits;
    }

    /** Takes all away that were begun here; those of others stay. */
    public void endAll() {
        ours.forEach(name -> Http.send("DELETE", Port.CRM.url() + PATH + "/" + name, "", Map.of()));
    }

    private static int hits(String name) {
        for (JsonNode fault : read(Http.get(Port.CRM.url() + PATH, Map.of())).path("faults")) {
            if (fault.path("name").asText().equals(name)) {
                return fault.path("hits").asInt();
            }
        }
        return 0;
    }

    private static JsonNode read(Answer answer) {
        if (!answer.isOk()) {
            throw new StackFailure("The CRM's faults cannot be changed: " + answer.status() + " " + answer.body()
                    + ". Does the stack run? `./crossdock status` says.");
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The CRM answered " + PATH + " with what is no JSON.", e);
        }
    }
}
