package io.crossdock.local.client.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import java.util.stream.Collectors;

/** Up to where a connector has read its source, or written its topics. */
final class Offsets {

    private Offsets() {}

    static void draw(Screen screen, JsonNode offsets) {
        Ink ink = screen.ink();
        if (offsets.isEmpty()) {
            screen.line(ink.plain("None yet: it has read nothing, or its offsets were deleted."));
            return;
        }
        Table table = new Table(ink, "of", "offset");
        for (JsonNode each : offsets) {
            table.row(ink.plain(fields(each.path("partition"))), ink.plain(fields(each.path("offset"))));
        }
        screen.table(table);
    }

    private static String fields(JsonNode object) {
        return object.propertyStream()
                .map(field -> field.getKey() + "="
                        + field.getValue().asText(field.getValue().toString()))
                .collect(Collectors.joining(", "));
    }
}
