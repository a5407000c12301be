package io.crossdock.local.client.targets;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Count;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import org.jspecify.annotations.Nullable;

/** What going live would mean for a target, by how it stands now. */
final class Forecast {

    private Forecast() {}

    static void draw(Screen screen, JsonNode target, @Nullable String since) {
        Ink ink = screen.ink();
        String name = Json.text(target, "target");
        if (Json.text(target, "mode").equals(Targets.LIVE)) {
            screen.line(ink.warning(name + " is live already: it is switched again."));
        }
        screen.line(ink.plain(told(name, target.path("states"))));
        screen.line(ink.plain(left(target.path("effects"), since)));
    }

    private static String told(String name, JsonNode states) {
        long different = states.path("different").asLong();
        long unknown = states.path("unknown").asLong();
        if (different + unknown == 0) {
            return name + " is told of no order: it shows all that it should.";
        }
        return name + " is told of " + Count.of(different + unknown, "order") + ": it shows something else of "
                + different + ", and of " + unknown + " nothing is known.";
    }

    private static String left(JsonNode effects, @Nullable String since) {
        long waiting = Count.sum(effects);
        if (waiting == 0) {
            return "No effect waits.";
        }
        String what =
                Count.of(waiting, "effect") + " (" + Count.list(effects) + ") " + (waiting == 1 ? "waits" : "wait");
        return since == null
                ? what + ", from before, and left to the old way."
                : what + ": those from before " + since + " are left to the old way.";
    }
}
