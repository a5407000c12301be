package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Text;

/** What each target knows of an order and since when, what it does not know yet, and what it was asked to do. */
final class Targets {

    private Targets() {}

    /**
     * Milestones of one fate at one target; those of an effect stand alone, because each is done by itself.
     *
     * @param effect what the target is asked to do, with its subject; empty if it is told where the order stands
     */
    private record Fate(String target, String effect, Told told) implements Comparable<Fate> {
        private static final Comparator<Fate> ORDER =
                Comparator.comparing(Fate::target).thenComparing(Fate::effect).thenComparing(Fate::told);

        static Fate of(JsonNode stamp) {
            String effect = Json.text(stamp, "effect");
            return new Fate(
                    Json.text(stamp, "target"),
                    effect.isEmpty() ? "" : effect + " for " + Json.text(stamp, "subject"),
                    Told.of(Json.text(stamp, "outcome")));
        }

        @Override
        public int compareTo(Fate other) {
            return ORDER.compare(this, other);
        }
    }

    static void draw(Screen screen, Reply reply) {
        Map<Fate, List<JsonNode>> fates = new TreeMap<>();
        for (JsonNode stamp : reply.body().path("items")) {
            Fate fate = Fate.of(stamp);
            if (fate.told() != Told.UNCHANGED) {
                fates.computeIfAbsent(fate, key -> new ArrayList<>()).add(stamp);
            }
        }
        if (fates.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        When when = screen.when(reply.at());
        Table table = new Table(ink, "target", "", "what", "when");
        fates.forEach((fate, stamps) -> table.row(
                ink.plain(fate.target()),
                fate.told().word(ink, !fate.effect().isEmpty()),
                ink.plain(fate.effect().isEmpty() ? milestones(stamps) : fate.effect()),
                when(ink, fate.told(), stamps, when)));
        screen.section("Told");
        screen.table(table);
    }

    private static String milestones(List<JsonNode> stamps) {
        return stamps.stream()
                .sorted(Comparator.comparing(stamp -> known(stamp, "occurredAt")))
                .map(stamp -> Json.text(stamp, "milestone"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Since when the newest is known, or how long the oldest has been waiting. */
    private static Text when(Ink ink, Told told, List<JsonNode> stamps, When when) {
        if (told == Told.CONFIRMED) {
            return instants(stamps, "confirmedAt")
                    .max(Comparator.naturalOrder())
                    .map(at -> ink.plain("told at " + when.at(at)))
                    .orElse(ink.none());
        }
        return instants(stamps, "occurredAt")
                .min(Comparator.naturalOrder())
                .map(at -> ink.plain("true since " + when.at(at) + ", " + when.age(at)))
                .orElse(ink.none());
    }

    private static Stream<Instant> instants(List<JsonNode> stamps, String field) {
        return stamps.stream().map(stamp -> Json.instant(stamp, field)).filter(Objects::nonNull);
    }

    private static Instant known(JsonNode stamp, String field) {
        Instant instant = Json.instant(stamp, field);
        return instant == null ? Instant.MIN : instant;
    }
}
