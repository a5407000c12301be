package io.crossdock.local.prove.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.ConnectorState;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The connectors of the running worker, by Connect's own REST API. A worker that is just starting is waited for. */
public final class Connectors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int NOT_FOUND = 404;

    private final Set<String> stopped = new ConcurrentSkipListSet<>();
    private final Set<String> paused = new ConcurrentSkipListSet<>();

    /** Names of all connectors. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        ask("GET", "", "").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The options of one; secrets in them are references. */
    public Map<String, String> options(String connector) {
        return JSON.convertValue(
                ask("GET", "/" + connector + "/config", ""), new TypeReference<Map<String, String>>() {});
    }

    /** Gives one other options, and waits until it runs with them. */
    public void change(String connector, Map<String, String> options) {
        ask("PUT", "/" + connector + "/config", JSON.valueToTree(options).toString());
        awaitState(connector, "RUNNING");
    }

    /** Stops one: it has no task any more. */
    public void stop(String connector) {
        stopped.add(connector);
        ask("PUT", "/" + connector + "/stop", "");
        awaitState(connector, "STOPPED");
    }

    /** Pauses one: its tasks stay and do nothing. */
    public void pause(String connector) {
        paused.add(connector);
        ask("PUT", "/" + connector + "/pause", "");
        awaitState(connector, "PAUSED");
    }

    /** Lets a stopped or paused one go on. */
    public void resume(String connector) {
        ask("PUT", "/" + connector + "/resume", "");
        awaitState(connector, "RUNNING");
        stopped.remove(connector);
        paused.remove(connector);
    }

    /** Lets all go on that were stopped here and still stand. */
    public void resumeStopped() {
        stopped.forEach(this::resume);
    }

    /** Lets all go on that were paused here and still are. */
    public void resumePaused() {
        paused.forEach(this::resume);
    }

    /** Lets one forget how far it has read, so that it reads everything anew as at the first time. */
    public void beginAnew(String connector) {
        stop(connector);
        ask("DELETE", "/" + connector + "/offsets", "");
        resume(connector);
    }

    /** Where one stands, partition by partition, in Connect's own words. */
    public JsonNode offsets(String connector) {
        return ask("GET", "/" + connector + "/offsets", "").path("offsets");
    }

    /** Moves a stopped one to other places. */
    public void move(String connector, JsonNode offsets) {
        ask(
                "PATCH",
                "/" + connector + "/offsets",
                JSON.createObjectNode().set("offsets", offsets).toString());
    }

    /** Waits until all run; the application starts those again that have failed. */
    public void awaitAllRunning() {
        names().forEach(name -> awaitState(name, "RUNNING"));
    }

    private static void awaitState(String connector, String state) {
        if (!Patience.until(PATIENCE, () -> ConnectorState.is(connector, state))) {
            throw new StackFailure(connector + " is not " + state + " after " + PATIENCE.toSeconds()
                    + " s: see .crossdock/logs/connect.log.");
        }
    }

    /** Asks until the worker answers: it may be starting, or sharing out its work anew. */
    private static JsonNode ask(String method, String path, String body) {
        Answer[] last = {new Answer(0, "")};
        boolean answered = Patience.until(PATIENCE, () -> {
            last[0] = Http.send(method, url(path), body, Map.of("Content-Type", "application/json"));
            // A worker that is just starting says that nothing is found, in HTML; there is no such connector only in
            // JSON.
            return last[0].isOk()
                    || (last[0].status() == NOT_FOUND && last[0].body().startsWith("{"));
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
