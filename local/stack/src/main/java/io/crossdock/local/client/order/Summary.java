package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help.Ansi.Text;

/** Whose order it is and how far it has come. */
final class Summary {

    /** What an axis says when nothing is to be said. */
    private static final Set<String> SILENT = Set.of("NONE", "UNKNOWN");

    private Summary() {}

    static void draw(Screen screen, JsonNode order) {
        Ink ink = screen.ink();
        String root = Json.text(order, "root");
        screen.section(root.isEmpty() ? "An orphan: it belongs to no order that is known" : root);
        Table table = new Table(ink, "", "");
        table.row(ink.faint("status"), status(ink, Json.text(order, "status")));
        row(table, ink, "order", Json.text(order, "orderId"));
        row(table, ink, "customer", customer(order));
        row(table, ink, "wanted", Json.text(order, "requestedDate"));
        row(table, ink, "priority", Json.text(order, "priority"));
        row(table, ink, "reached", reached(order));
        row(table, ink, "axes", String.join(", ", axes(order)));
        for (String note : notes(order)) {
            table.row(ink.faint("note"), ink.warning(note));
        }
        screen.table(table);
    }

    static Text status(Ink ink, String status) {
        return switch (status) {
            case "SHIPPED", "DELIVERED" -> ink.good(status);
            case "BACKORDERED", "PARTIALLY_ALLOCATED" -> ink.warning(status);
            case "CANCELLED", "CLOSED_SHORT" -> ink.faint(status);
            default -> ink.strong(status);
        };
    }

    private static void row(Table table, Ink ink, String what, String value) {
        if (!value.isEmpty()) {
            table.row(ink.faint(what), ink.plain(value));
        }
    }

    private static String customer(JsonNode order) {
        String purchaseOrder = Json.text(order, "customerPo");
        return Json.text(order, "customer") + (purchaseOrder.isEmpty() ? "" : ", their number " + purchaseOrder);
    }

    private static String reached(JsonNode order) {
        String leading = Json.text(order, "leadingMilestone");
        String trailing = Json.text(order, "trailingMilestone");
        return leading.equals(trailing) ? leading : "leading " + leading + ", trailing " + trailing;
    }

    private static List<String> axes(JsonNode order) {
        return order.path("axes")
                .propertyStream()
                .filter(axis -> !SILENT.contains(axis.getValue().asText())
                        && !axis.getValue().asText().equals(Json.text(order, "status")))
                .map(axis -> axis.getKey() + " " + axis.getValue().asText())
                .toList();
    }

    private static List<String> notes(JsonNode order) {
        List<String> notes = new ArrayList<>();
        if (!Json.text(order, "mergedInto").isEmpty()) {
            notes.add("it turned out to be " + Json.text(order, "mergedInto"));
        }
        if (order.path("stale").asBoolean()) {
            notes.add("stale: read from a copy while its instance is replaced; something newer may be known");
        }
        if (!order.path("complete").asBoolean(true)) {
            notes.add("incomplete: a line or a quantity is not known yet");
        }
        if (order.path("untracked").asBoolean()) {
            notes.add("untracked: nobody tells whether what was shipped has arrived");
        }
        if (order.path("prepaid").asBoolean()) {
            notes.add("prepaid: an invoice may come before the shipment");
        }
        if (order.path("archived").asBoolean()) {
            notes.add("archived: done, and quiet for a long time");
        }
        return notes;
    }
}
