package io.crossdock.local.client.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is known about one dead letter, and how to see the record itself, which the server does not show. */
final class DeadLetterDetail {

    private static final List<String> WORDS = List.of("stage", "connection", "entity", "key");
    private static final Map<String, String> TIMES = times();

    private DeadLetterDetail() {}

    static void draw(Screen screen, JsonNode letter, When when) {
        Ink ink = screen.ink();
        Coordinates record = Coordinates.of(letter);
        screen.section(Json.text(letter, "reason"));
        screen.line(ink.plain(Json.text(letter, "text")));
        Table table = new Table(ink, "", "");
        WORDS.forEach(word -> row(ink, table, word, Json.text(letter, word)));
        row(ink, table, "record", record.toString());
        TIMES.forEach((name, field) -> {
            Instant time = Json.instant(letter, field);
            row(ink, table, name, time == null ? "" : when.at(time) + ", " + when.distance(time));
        });
        row(ink, table, "trace", Json.text(letter, "traceparent"));
        screen.table(table);
        screen.line(ink.faint("The record itself: kcat -C -b $KAFKA_BOOTSTRAP -t " + record.topic() + " -p "
                + record.partition() + " -o " + record.offset() + " -c 1"));
    }

    private static void row(Ink ink, Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(ink.faint(name), ink.plain(value));
        }
    }

    private static Map<String, String> times() {
        Map<String, String> times = new LinkedHashMap<>();
        times.put("landed", "landedAt");
        times.put("written", "writtenAt");
        return times;
    }
}
