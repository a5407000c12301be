package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import picocli.CommandLine.Help.Ansi.Text;

/** The shipments of an order: where each is, and the numbers to ask its carrier about. */
final class Shipments {

    private Shipments() {}

    static void draw(Screen screen, JsonNode shipments) {
        if (shipments.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        Table table = new Table(ink, "shipment", "state", "carrier", "tracking");
        for (JsonNode shipment : shipments) {
            table.row(
                    ink.plain(Json.text(shipment, "id")),
                    state(ink, Json.text(shipment, "state")),
                    ink.plain(Json.text(shipment, "carrier")),
                    ink.plain(String.join(", ", Json.texts(shipment.path("tracking")))));
        }
        screen.section("Shipments");
        screen.table(table);
    }

    private static Text state(Ink ink, String state) {
        return switch (state) {
            case "SHIPPED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED" -> ink.good(state);
            case "LOST", "EXCEPTION", "ATTEMPT_FAILED", "RETURN_TO_SENDER" -> ink.bad(state);
            case "CANCELLED" -> ink.faint(state);
            default -> ink.plain(state);
        };
    }
}
