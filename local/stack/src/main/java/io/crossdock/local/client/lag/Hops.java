package io.crossdock.local.client.lag;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.Table;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Text;

/** The measured lag of each state on its way to each target, and who held the time: the share of each hop in the sum of their medians. */
final class Hops {

    private static final String TOTAL = "total";
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 5;
    private static final int BESIDE_BAR = 78;

    private Hops() {}

    static void draw(Screen screen, JsonNode states) {
        Ink ink = screen.ink();
        screen.section("Lag");
        if (states.isEmpty()) {
            screen.line(ink.plain("Nothing has been confirmed by a target lately."));
            return;
        }
        Table table = new Table(ink, "state", "target", ">count", "hop", ">p50", ">p99", ">max", "held the time");
        int longest = Math.clamp(screen.width() - BESIDE_BAR, SHORTEST_BAR, LONGEST_BAR);
        for (JsonNode state : states) {
            List<Map.Entry<String, JsonNode>> hops = hops(state.path("hops"));
            long sum = Math.max(1, hops.stream().mapToLong(Hops::held).sum());
            boolean first = true;
            for (Map.Entry<String, JsonNode> hop : hops) {
                boolean total = hop.getKey().equals(TOTAL);
                table.row(
                        ink.strong(first ? Json.text(state, "state") : ""),
                        ink.strong(first ? Json.text(state, "target") : ""),
                        ink.plain(first ? Json.text(state, "count") : ""),
                        ink.plain(hop.getKey()),
                        millis(ink, hop.getValue(), "p50Ms"),
                        millis(ink, hop.getValue(), "p99Ms"),
                        millis(ink, hop.getValue(), "maxMs"),
                        total ? ink.none() : share(ink, hop, sum, longest));
                first = false;
            }
        }
        screen.table(table);
    }

    /** As the server tells them, the way from the source to the target, the total last. */
    private static List<Map.Entry<String, JsonNode>> hops(JsonNode hops) {
        return hops.propertyStream()
                .sorted((one, other) -> Boolean.compare(
                        one.getKey().equals(TOTAL), other.getKey().equals(TOTAL)))
                .toList();
    }

    private static long held(Map.Entry<String, JsonNode> hop) {
        return hop.getKey().equals(TOTAL)
                ? 0
                : Math.max(0, hop.getValue().path("p50Ms").asLong());
    }

    private static Text share(Ink ink, Map.Entry<String, JsonNode> hop, long sum, int longest) {
        if (hop.getValue().path("p50Ms").asLong() < 0) {
            return ink.warning("clocks disagree");
        }
        double share = held(hop) / (double) sum;
        String bar = "█".repeat((int) Math.round(share * longest));
        String percent = Math.round(share * 100) + " %";
        return ink.plain(bar.isEmpty() ? percent : bar + " " + percent);
    }

    private static Text millis(Ink ink, JsonNode hop, String field) {
        return hop.path(field).isNumber()
                ? ink.plain(Span.measured(hop.path(field).asLong()))
                : ink.none();
    }
}
