package io.crossdock.local.client.exception;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Text;

/** All that is known about one exception. */
final class ExceptionDetail {

    private ExceptionDetail() {}

    static void draw(Screen screen, JsonNode exception, When when) {
        Ink ink = screen.ink();
        screen.section(Json.text(exception, "type"));
        screen.line(ink.plain(Json.text(exception, "text")));
        Table table = new Table(ink, "", "");
        rows(ink, exception, when).forEach((name, value) -> {
            if (!value.plainString().isEmpty()) {
                table.row(ink.faint(name), value);
            }
        });
        screen.table(table);
    }

    private static Map<String, Text> rows(Ink ink, JsonNode exception, When when) {
        Instant since = Json.instant(exception, "openedAt");
        String tier = Json.text(exception, "tier");
        Map<String, Text> rows = new LinkedHashMap<>();
        rows.put("severity", Severity.text(ink, exception));
        rows.put("state", ink.plain(Json.text(exception, "state")));
        rows.put("about", ink.plain(OpenExceptions.subject(exception)));
        rows.put("customer", ink.plain(Json.text(exception, "customer") + (tier.isEmpty() ? "" : ", " + tier)));
        rows.put("location", ink.plain(String.join(", ", Json.texts(exception.path("locations")))));
        rows.put("target", ink.plain(Json.text(exception, "target")));
        rows.put("worth", ink.plain(OpenExceptions.worth(exception)));
        rows.put("since", ink.plain(since == null ? "" : when.at(since) + ", " + when.distance(since)));
        rows.put("due", OpenExceptions.due(ink, exception, when, true));
        rows.put("care", ink.plain(OpenExceptions.acknowledged(exception, when)));
        rows.put("id", ink.plain(Json.text(exception, "exceptionId")));
        return rows;
    }
}
