package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Count;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.Locale;

/** All that is known about the latest rebuild. */
final class Standing {

    private Standing() {}

    static void draw(Screen screen, Replays.Latest latest) {
        Ink ink = screen.ink();
        Rebuild rebuild = latest.rebuild();
        if (rebuild.phase() == Rebuild.Phase.NONE) {
            screen.line(ink.plain("Nothing was ever rebuilt: `./crossdock replay --all --by WHO` begins."));
            return;
        }
        JsonNode json = latest.json();
        When when = screen.when(latest.at());
        Table table = new Table(ink, "", "");
        row(ink, table, "rebuild", String.valueOf(rebuild.epoch()));
        row(ink, table, "state", state(rebuild, json));
        row(ink, table, "begun", time(json, "startedAt", when) + by(json));
        row(ink, table, "note", Json.text(json, "note"));
        row(ink, table, "cut", time(json, "cut", when));
        row(ink, table, "were live", String.join(", ", rebuild.live()));
        screen.table(table);
        if (!rebuild.live().isEmpty()) {
            screen.line(ink.faint("`./crossdock replay --finish --by WHO` waits for its end and has them told again;"
                    + " `./crossdock targets` shows how they stand."));
        }
    }

    private static String state(Rebuild rebuild, JsonNode json) {
        String state = Json.text(json, "state").toLowerCase(Locale.ROOT);
        return switch (rebuild.phase()) {
            case READING ->
                state + ", " + Progress.share(rebuild)
                        + (rebuild.behind() == 0 ? "" : ", " + Count.of(rebuild.behind(), "message") + " to go");
            case DONE -> state + ", " + Count.of(rebuild.read(), "record") + " read again";
            default -> state;
        };
    }

    private static String time(JsonNode json, String field, When when) {
        Instant time = Json.instant(json, field);
        return time == null ? "" : when.at(time) + ", " + when.distance(time);
    }

    private static String by(JsonNode json) {
        String by = Json.text(json, "by");
        return by.isEmpty() ? "" : ", by " + by;
    }

    private static void row(Ink ink, Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(ink.faint(name), ink.plain(value));
        }
    }
}
