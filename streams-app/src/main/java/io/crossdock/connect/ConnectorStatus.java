package io.crossdock.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Connect says of a connector.
 *
 * @param connector its own state
 * @param tasks those of its tasks, by number
 */
public record ConnectorStatus(State connector, SortedMap<Integer, State> tasks) {

    private static final String FAILED = "FAILED";
    private static final String UNKNOWN = "UNKNOWN";

    /**
     * What Connect says of a connector itself or of a task.
     *
     * @param name as Connect writes it; {@code UNKNOWN} if it says nothing
     * @param trace the first line of why it has failed; empty if it has not
     */
    public record State(String name, String trace) {

        /** True if it has failed; one that is paused, stopped or not assigned has not. */
        boolean isFailed() {
            return name.equals(FAILED);
        }

        private static State of(JsonNode part) {
            String trace = part.path("trace").asText("");
            int end = trace.indexOf('\n');
            return new State(part.path("state").asText(UNKNOWN), (end < 0 ? trace : trace.substring(0, end)).strip());
        }
    }

    static ConnectorStatus of(JsonNode status) {
        SortedMap<Integer, State> tasks = new TreeMap<>();
        status.path("tasks").forEach(task -> tasks.put(task.path("id").asInt(), State.of(task)));
        return new ConnectorStatus(State.of(status.path("connector")), tasks);
    }
}
