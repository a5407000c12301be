package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each system calls the order and its documents. */
final class Names {

    private Names() {}

    /** An identifier: whose, of what type, and its value, which may hold colons itself. */
    private record Name(String system, String type, String value) {
        static Name of(String identifier) {
            String[] parts = identifier.split(":", 3);
            return parts.length == 3 ? new Name(parts[0], parts[1], parts[2]) : new Name("", "", identifier);
        }
    }

    static void draw(Screen screen, JsonNode identifiers) {
        if (identifiers.isEmpty()) {
            return;
        }
        Map<String, Map<String, List<String>>> bySystem = new TreeMap<>();
        for (String identifier : Json.texts(identifiers)) {
            Name name = Name.of(identifier);
            bySystem.computeIfAbsent(name.system(), system -> new TreeMap<>())
                    .computeIfAbsent(name.type(), type -> new ArrayList<>())
                    .add(name.value());
        }
        Ink ink = screen.ink();
        screen.section("Known as");
        Table table = new Table(ink, "", "", "");
        bySystem.forEach((system, types) -> {
            String shown = system;
            for (Map.Entry<String, List<String>> type : types.entrySet()) {
                table.row(ink.plain(shown), ink.faint(type.getKey()), ink.plain(String.join(", ", type.getValue())));
                shown = "";
            }
        });
        screen.table(table);
    }
}
