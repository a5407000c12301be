package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi.Text;

/** What happened to an order: what was said and by which record, what it became, what each target was told and shows. */
final class Changes {

    private Changes() {}

    static void draw(Screen screen, Reply reply) {
        Ink ink = screen.ink();
        When when = screen.when(reply.at());
        Table table = new Table(ink, "at", "", "what", "by");
        for (JsonNode change : reply.body().path("items")) {
            Instant at = Json.instant(change, "at");
            table.row(
                    ink.faint(at == null ? "unknown" : when.dated(at)),
                    ink.faint(Json.text(change, "what").toLowerCase(Locale.ROOT)),
                    text(ink, change),
                    ink.faint(Json.text(change, "evidence")));
        }
        screen.section("Changes, times of " + when.zone());
        if (table.isEmpty()) {
            screen.line(ink.plain("None are kept: the order belongs to another, or its history was cut."));
        }
        screen.table(table);
    }

    private static Text text(Ink ink, JsonNode change) {
        String text = Json.text(change, "text");
        String shows = Json.text(change, "shows");
        return switch (Json.text(change, "what")) {
            case "STATUS" -> ink.strong(text);
            case "SYNC" -> ink.good(shows.isEmpty() ? text : text.replaceFirst(" shows it$", " shows " + shows));
            default -> ink.plain(text);
        };
    }
}
