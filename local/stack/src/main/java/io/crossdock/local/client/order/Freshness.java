package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Help.Ansi.Text;

/** Up to when each source has been heard: what is not shipped differs from what is not heard yet. */
final class Freshness {

    private static final double MILLIS = 1_000;

    private Freshness() {}

    static void draw(Screen screen, JsonNode freshness, When when) {
        if (freshness.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        Table table = new Table(ink, "", "");
        for (JsonNode source : freshness) {
            table.row(ink.plain(Json.text(source, "connection")), heard(ink, source, when));
        }
        screen.section("Heard");
        screen.table(table);
    }

    private static Text heard(Ink ink, JsonNode source, When when) {
        Instant completeTo = Json.instant(source, "completeTo");
        String complete = completeTo == null
                ? "nothing heard yet"
                : "complete to " + when.at(completeTo) + ", " + age(source, completeTo, when) + " ago";
        if (!source.path("silent").asBoolean()) {
            return ink.plain(complete);
        }
        String since = completeTo == null ? "" : " since";
        return ink.bad("silent: " + complete + "; what happened there" + since + " is not known here");
    }

    private static String age(JsonNode source, Instant completeTo, When when) {
        JsonNode seconds = source.path("ageSeconds");
        return seconds.isNumber()
                ? Span.age(Duration.ofMillis(Math.round(seconds.asDouble() * MILLIS)))
                : when.age(completeTo);
    }
}
