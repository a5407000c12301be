package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Pages;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which orders are listed, and the list. */
final class Listing {

    private static final int LARGEST_PAGE = 500;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only orders that are, for example, SHIPPED.")
    private @Nullable String status;

    @Option(names = "--customer", paramLabel = "CODE", description = "Only orders of this customer.")
    private @Nullable String customer;

    @Option(
            names = "--exception",
            paramLabel = "TYPE",
            description = "Only orders with an open exception of this type.")
    private @Nullable String exception;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "What follows a list that ended with this cursor.")
    private @Nullable String cursor;

    /** Lists them; returns the same as JSON. */
    JsonNode draw(Screen screen, Api api) {
        Pages pages = Pages.of(
                api,
                Math.max(1, limit),
                cursor,
                (missing, from) -> Query.of("/api/v1/orders")
                        .with("status", status)
                        .with("customer", customer)
                        .with("exception", exception)
                        .with("limit", Math.min(missing, LARGEST_PAGE))
                        .with("cursor", from));
        Ink ink = screen.ink();
        if (pages.items().isEmpty()) {
            screen.line(ink.plain("No such orders at " + api.address() + "."));
        } else {
            screen.table(table(ink, pages));
        }
        if (pages.nextCursor() != null) {
            screen.line(ink.faint("There may be more: --cursor " + pages.nextCursor()));
        }
        return pages.json();
    }

    private static Table table(Ink ink, Pages pages) {
        Table table = new Table(
                ink, "order", "status", "customer", "their number", "reached", ">lines", ">shipments", "exceptions");
        for (JsonNode order : pages.items()) {
            table.row(
                    ink.plain(Json.text(order, "root")),
                    Summary.status(ink, Json.text(order, "status")),
                    ink.plain(Json.text(order, "customer")),
                    ink.plain(Json.text(order, "customerPo")),
                    ink.plain(Json.text(order, "leadingMilestone")),
                    ink.plain(String.valueOf(order.path("lines").size())),
                    ink.plain(String.valueOf(order.path("shipments").size())),
                    ink.bad(String.join(", ", Json.texts(order.path("exceptions")))));
        }
        return table;
    }
}
