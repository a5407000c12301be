package io.crossdock.local.client.lag;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.Table;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How many orders have a state that a target does not know yet, the oldest first. */
final class OpenLag {

    private OpenLag() {}

    static void draw(Screen screen, JsonNode open) {
        Ink ink = screen.ink();
        screen.section("Not known there yet");
        if (open.isEmpty()) {
            screen.line(ink.good("Every target knows all it should."));
            return;
        }
        Table table = new Table(ink, "state", "target", ">count", ">oldest");
        for (JsonNode each : oldestFirst(open)) {
            table.row(
                    ink.plain(Json.text(each, "state")),
                    ink.plain(Json.text(each, "target")),
                    ink.plain(Json.text(each, "count")),
                    ink.warning(Span.age(Duration.ofMillis(each.path("oldestMs").asLong()))));
        }
        screen.table(table);
    }

    private static List<JsonNode> oldestFirst(JsonNode open) {
        return open.valueStream()
                .sorted(Comparator.comparingLong(
                                (JsonNode each) -> each.path("oldestMs").asLong())
                        .reversed())
                .toList();
    }
}
