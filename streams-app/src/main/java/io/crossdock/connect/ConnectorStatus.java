package io.crossdock.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
    private static final String CAUSED_BY = "Caused by: ";

    /**
     * What Connect says of a connector itself or of a task.
     *
     * @param name as Connect writes it; {@code UNKNOWN} if it says nothing
     * @param trace why it has failed: what was thrown, and its first cause, which is where the reason stands; empty if it has not
     */
    public record State(String name, String trace) {

        /** True if it has failed; one that is paused, stopped or not assigned has not. */
        boolean isFailed() {
            return name.equals(FAILED);
        }

        private static State of(JsonNode part) {
            List<String> lines = part.path("trace").asText("").lines().toList();
            String thrown = lines.isEmpty() ? "" : lines.getFirst().strip();
            String cause = lines.stream()
                    .filter(line -> line.startsWith(CAUSED_BY))
                    .reduce("", (earlier, deeper) -> " " + deeper.strip());
            return new State(part.path("state").asText(UNKNOWN), thrown + cause);
        }
    }

    static ConnectorStatus of(JsonNode status) {
        SortedMap<Integer, State> tasks = new TreeMap<>();
        status.path("tasks").forEach(task -> tasks.put(task.path("id").asInt(), State.of(task)));
        return new ConnectorStatus(State.of(status.path("connector")), tasks);
    }
}
