package io.crossdock.local.prove.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.ConnectorState;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sinks of the running worker, by Connect's own REST API. A worker that is just starting is waited for. */
final class Sinks {

    /** The sink of the CRM. */
    static final String CRM = "crm-sink";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SUFFIX = "-sink";
    private static final int NOT_FOUND = 404;

    private final Map<String, Long> begin = new HashMap<>();

    /** Names of all sinks. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (JsonNode name : ask("GET", "", "")) {
            if (name.asText().endsWith(SUFFIX)) {
                names.add(name.asText());
            }
        }
        return names;
    }

    /** Names of the targets that they tell. */
    List<String> targets() {
        return names().stream()
                .map(sink -> sink.substring(0, sink.length() - SUFFIX.length()))
                .toList();
    }

    /** The options of one; secrets in them are references. */
    Map<String, String> options(String sink) {
        return JSON.convertValue(ask("GET", "/" + sink + "/config", ""), new TypeReference<Map<String, String>>() {});
    }

    /** Gives one other options, and waits until it runs with them. */
    void change(String sink, Map<String, String> options) {
        ask("PUT", "/" + sink + "/config", JSON.valueToTree(options).toString());
        awaitState(sink, "RUNNING");
    }

    /** Remembers where all sinks stand: what was delivered before is nobody's business here. */
    void rememberBegin() {
        for (String sink : names()) {
            for (JsonNode each : offsets(sink)) {
                begin.put(partition(each), offset(each));
            }
        }
    }

    /**
     * Lets a sink forget the last messages of each partition, so that it delivers them again; none from before the begin.
     *
     * @return how many it will deliver again, some of which may be marks of transactions
     */
    long rewind(String sink, int messages) {
        ask("PUT", "/" + sink + "/stop", "");
        awaitState(sink, "STOPPED");
        ObjectNode body = JSON.createObjectNode();
        ArrayNode offsets = body.putArray("offsets");
        long again = 0;
        for (JsonNode each : offsets(sink)) {
            ObjectNode earlier = each.deepCopy();
            long now = offset(each);
            long then = Math.min(now, Math.max(begin.getOrDefault(partition(each), 0L), now - messages));
            earlier.withObject("/offset").put("kafka_offset", then);
            offsets.add(earlier);
            again += now - then;
        }
        if (again > 0) {
            ask("PATCH", "/" + sink + "/offsets", body.toString());
        }
        ask("PUT", "/" + sink + "/resume", "");
        awaitState(sink, "RUNNING");
        return again;
    }

    private static JsonNode offsets(String sink) {
        return ask("GET", "/" + sink + "/offsets", "").path("offsets");
    }

    private static String partition(JsonNode offset) {
        return offset.path("partition").toString();
    }

    private static long offset(JsonNode offset) {
        return offset.at("/offset/kafka_offset").asLong();
    }

    private void awaitState(String sink, String state) {
        if (!Patience.until(PATIENCE, () -> ConnectorState.is(sink, state))) {
            throw new StackFailure(sink + " is not " + state + " after " + PATIENCE.toSeconds()
                    + " s: see .crossdock/logs/connect.log.");
        }
    }

    /** Asks until the worker answers: it may be starting, or sharing out its work anew. */
    private static JsonNode ask(String method, String path, String body) {
        Answer[] last = {new Answer(0, "")};
        boolean answered = Patience.until(PATIENCE, () -> {
            last[0] = Http.send(method, url(path), body, Map.of("Content-Type", "application/json"));
            return last[0].isOk() || last[0].status() == NOT_FOUND;
        });
        if (!answered || !last[0].isOk()) {
            throw new StackFailure("Connect did not " + method + " /connectors" + path + ": " + last[0].status() + " "
                    + last[0].body() + ". Does the stack run? `./crossdock status` says.");
        }
        return parse(last[0]);
    }

    private static String url(String path) {
        return Port.CONNECT.url() + "/connectors" + path;
    }

    private static JsonNode parse(Answer answer) {
        try {
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("Connect answered what is no JSON: " + answer.body() + ".", e);
        }
    }
}
