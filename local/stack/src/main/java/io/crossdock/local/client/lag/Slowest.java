package io.crossdock.local.client.lag;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The slowest of the last confirmed milestones, to look at one by one. */
final class Slowest {

    private static final int SHOWN = 5;
    private static final String SUFFIX = "Ms";
    private static final String TOTAL = "total" + SUFFIX;

    private Slowest() {}

    static void draw(Screen screen, JsonNode recent) {
        List<JsonNode> slowest = recent.valueStream()
                .sorted(Comparator.comparingLong(
                                (JsonNode each) -> each.path(TOTAL).asLong())
                        .reversed())
                .limit(SHOWN)
                .toList();
        if (slowest.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        Table table = new Table(ink, "order", "state", "target", ">total", "most of it");
        for (JsonNode each : slowest) {
            table.row(
                    ink.plain(Json.text(each, "orderId")),
                    ink.plain(Json.text(each, "state")),
                    ink.plain(Json.text(each, "target")),
                    ink.plain(Span.measured(each.path(TOTAL).asLong())),
                    ink.plain(longest(each)));
        }
        screen.section("The slowest of late");
        screen.table(table);
    }

    private static String longest(JsonNode sample) {
        return sample.propertyStream()
                .filter(hop -> hop.getKey().endsWith(SUFFIX) && !hop.getKey().equals(TOTAL))
                .max(Comparator.comparingLong(hop -> hop.getValue().asLong()))
                .map(Slowest::hop)
                .orElse("");
    }

    private static String hop(Map.Entry<String, JsonNode> hop) {
        String name = hop.getKey().substring(0, hop.getKey().length() - SUFFIX.length());
        return name + " " + Span.measured(hop.getValue().asLong());
    }
}
