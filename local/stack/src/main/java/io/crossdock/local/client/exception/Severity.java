package io.crossdock.local.client.exception;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import java.util.Arrays;
import picocli.CommandLine.Help.Ansi.Text;

/** How bad an exception is, worst first. */
enum Severity {
    CRITICAL,
    MAJOR,
    MINOR;

    /** Whether an exception is so bad or worse; one whose severity is not known may be. */
    boolean includes(JsonNode exception) {
        return of(exception).compareTo(this) <= 0;
    }

    /** How bad an exception is; the worst if that is not known. */
    static Severity of(JsonNode exception) {
        String text = Json.text(exception, "severity");
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(text))
                .findFirst()
                .orElse(CRITICAL);
    }

    /** The severity of an exception, in its colour. */
    static Text text(Ink ink, JsonNode exception) {
        String text = Json.text(exception, "severity");
        return switch (text) {
            case "CRITICAL" -> ink.bad(text);
            case "MAJOR" -> ink.warning(text);
            default -> ink.plain(text);
        };
    }
}
