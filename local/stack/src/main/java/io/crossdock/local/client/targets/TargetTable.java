package io.crossdock.local.client.targets;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Count;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Text;

/** A table of targets: how many orders stand how; under each what waits, and the first orders of which it shows something else. */
public final class TargetTable {

    private TargetTable() {}

    /** Draws it. */
    public static void draw(Screen screen, List<JsonNode> targets, When when) {
        Ink ink = screen.ink();
        if (targets.isEmpty()) {
            screen.line(ink.warning("Nobody is told anything: no connection has a target."));
            return;
        }
        Table table = new Table(
                ink,
                "target",
                "mode",
                "since",
                "by",
                ">same",
                ">different",
                ">unknown",
                ">in flight",
                ">refused",
                ">nothing to tell");
        for (JsonNode target : targets) {
            Instant at = Json.instant(target, "at");
            JsonNode states = target.path("states");
            table.row(
                    ink.strong(Json.text(target, "target")),
                    mode(ink, Json.text(target, "mode")),
                    ink.plain(at == null ? "" : when.at(at)),
                    at == null ? ink.faint("its file") : ink.plain(Json.text(target, "by")),
                    ink.plain(count(states, "same")),
                    ink.warning(count(states, "different")),
                    ink.plain(count(states, "unknown")),
                    ink.plain(count(states, "inFlight")),
                    ink.bad(count(states, "refused")),
                    ink.faint(count(states, "nothing")));
            notes(ink, table, target, when);
        }
        screen.table(table);
    }

    private static void notes(Ink ink, Table table, JsonNode target, When when) {
        Instant since = Json.instant(target, "since");
        if (Json.text(target, "mode").equals(Targets.LIVE)
                && since != null
                && !since.equals(Json.instant(target, "at"))) {
            table.note(ink.plain("What was first wanted before " + when.at(since) + " is left to the old way."));
        }
        if (target.path("looking").asBoolean()) {
            table.note(ink.warning("Its orders are looked at again; it is told what it does not show."));
        }
        String effects = Count.list(target.path("effects"));
        if (!effects.isEmpty()) {
            table.note(ink.plain("Waiting: " + effects));
        }
        List<String> different = Json.texts(target.path("different"));
        if (!different.isEmpty()) {
            boolean more = target.path("states").path("different").asLong() > different.size();
            table.note(ink.faint("Different: " + String.join(", ", different) + (more ? ", …" : "")));
        }
    }

    private static Text mode(Ink ink, String mode) {
        return switch (mode) {
            case Targets.LIVE -> ink.good(mode);
            case Targets.OBSERVE -> ink.plain(mode);
            default -> ink.warning(mode);
        };
    }

    private static String count(JsonNode states, String state) {
        long count = states.path(state).asLong();
        return count == 0 ? "" : String.valueOf(count);
    }
}
