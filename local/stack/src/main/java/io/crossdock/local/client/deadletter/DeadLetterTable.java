package io.crossdock.local.client.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.List;

/** A table of dead letters; under each what is wrong, and where the record lies. */
final class DeadLetterTable {

    private DeadLetterTable() {}

    static Table of(Ink ink, List<JsonNode> letters, When when) {
        Table table = new Table(ink, "written", "connection", "entity", "reason", "stage", "key");
        for (JsonNode letter : letters) {
            Instant written = Json.instant(letter, "writtenAt");
            table.row(
                    ink.plain(written == null ? "" : when.at(written)),
                    ink.plain(Json.text(letter, "connection")),
                    ink.plain(Json.text(letter, "entity")),
                    ink.strong(Json.text(letter, "reason")),
                    ink.plain(Json.text(letter, "stage")),
                    ink.plain(Json.text(letter, "key")));
            table.note(ink.plain(Json.text(letter, "text")));
            table.note(ink.faint(Coordinates.of(letter).toString()));
        }
        return table;
    }
}
