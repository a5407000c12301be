package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was reached and when, in the order in which it happened; what happened to several things at once is one row. */
final class Milestones {

    private Milestones() {}

    /** A milestone reached at one moment. */
    private record Moment(Instant at, String milestone) implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at).thenComparing(Moment::milestone);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }
    }

    static void draw(Screen screen, JsonNode milestones, When when) {
        Map<Moment, List<String>> reached = new TreeMap<>();
        for (JsonNode milestone : milestones) {
            Instant at = Json.instant(milestone, "occurredAt");
            reached.computeIfAbsent(
                            new Moment(at == null ? Instant.MIN : at, Json.text(milestone, "milestone")),
                            moment -> new ArrayList<>())
                    .add(Json.text(milestone, "subject").replace("line:", "line "));
        }
        if (reached.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        Table table = new Table(ink, "", "", "");
        reached.forEach((moment, subjects) -> table.row(
                ink.plain(moment.at().equals(Instant.MIN) ? "unknown" : when.dated(moment.at())),
                ink.plain(moment.milestone()),
                ink.faint(String.join(", ", subjects))));
        screen.section("Milestones, times of " + when.zone());
        screen.table(table);
    }
}
