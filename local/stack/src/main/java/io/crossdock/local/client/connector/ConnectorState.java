package io.crossdock.local.client.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a connector is.
 *
 * @param type source or sink
 * @param state RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED or RESTARTING
 * @param trace why it has failed, a stack trace; empty if it has not
 */
record ConnectorState(String name, String type, String state, String worker, String trace, List<Task> tasks) {

    private static final String FAILED = "FAILED";
    private static final String CAUSE = "Caused by: ";

    /** A part of its work; the trace as above. */
    record Task(String state, String worker, String trace) {
        private static Task of(JsonNode task) {
            return new Task(Json.text(task, "state"), Json.text(task, "worker_id"), Json.text(task, "trace"));
        }
    }

    /** As Connect says it at {@code /connectors/<name>/status}. */
    static ConnectorState of(JsonNode status) {
        JsonNode connector = status.path("connector");
        return new ConnectorState(
                Json.text(status, "name"),
                Json.text(status, "type"),
                Json.text(connector, "state"),
                Json.text(connector, "worker_id"),
                Json.text(connector, "trace"),
                status.path("tasks").valueStream().map(Task::of).toList());
    }

    /** Whether it, or a task of it, has failed. */
    boolean hasFailed() {
        return state.equals(FAILED)
                || tasks.stream().anyMatch(task -> task.state().equals(FAILED));
    }

    /** What is wrong, in a line: the innermost cause, because the outermost only says that something failed; empty if nothing is. */
    String complaint() {
        return Stream.concat(Stream.of(trace), tasks.stream().map(Task::trace))
                .filter(each -> !each.isBlank())
                .findFirst()
                .map(ConnectorState::innermost)
                .orElse("");
    }

    private static String innermost(String trace) {
        List<String> lines = trace.lines().toList();
        return lines.reversed().stream()
                .filter(line -> line.startsWith(CAUSE))
                .findFirst()
                .map(line -> line.substring(CAUSE.length()))
                .orElse(lines.getFirst());
    }
}
