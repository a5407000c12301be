package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a command says.
 *
 * @param text lines, the last with its end
 * @param exitCode how the process ends after it
 */
public record Answer(String text, ExitCode exitCode) {

    /** A page. */
    public static Answer of(Screen screen, ExitCode exitCode) {
        return new Answer(screen.text(), exitCode);
    }

    /** What the server said. */
    public static Answer of(JsonNode json, ExitCode exitCode) {
        return new Answer(Json.pretty(json), exitCode);
    }
}
