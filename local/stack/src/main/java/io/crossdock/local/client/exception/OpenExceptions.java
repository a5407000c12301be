package io.crossdock.local.client.exception;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import io.crossdock.local.client.When;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Text;

/** A table of exceptions, most severe first, then oldest first; under each what is wrong, and its id, which begins with its order. */
public final class OpenExceptions {

    private static final Comparator<JsonNode> ORDER =
            Comparator.comparing(Severity::of).thenComparing(each -> Json.text(each, "openedAt"));

    private OpenExceptions() {}

    /** A section with those of one order or orphan; nothing if it has none. */
    public static void drawOf(Screen screen, JsonNode order, Reply exceptions) {
        List<JsonNode> own = exceptions
                .body()
                .path("items")
                .valueStream()
                .filter(exception -> isOf(order, exception))
                .sorted(ORDER)
                .toList();
        if (!own.isEmpty()) {
            screen.section("Open exceptions");
            screen.table(table(screen.ink(), own, screen.when(exceptions.at())));
        }
    }

    static List<JsonNode> sorted(List<JsonNode> exceptions) {
        return exceptions.stream().sorted(ORDER).toList();
    }

    /** What an exception is about: an order, an orphan, a feed or a connector. */
    static String subject(JsonNode exception) {
        String order = Json.text(exception, "orderId");
        return order.isEmpty() ? Json.text(exception, "subject") : order;
    }

    static Table table(Ink ink, List<JsonNode> exceptions, When when) {
        Table table = new Table(ink, "severity", "type", "customer", "location", "since", "due");
        for (JsonNode exception : exceptions) {
            Instant since = Json.instant(exception, "openedAt");
            table.row(
                    Severity.text(ink, exception),
                    ink.strong(Json.text(exception, "type")),
                    ink.plain(Json.text(exception, "customer")),
                    ink.plain(String.join(", ", Json.texts(exception.path("locations")))),
                    ink.plain(since == null ? "" : when.age(since)),
                    due(ink, exception, when, false));
            table.note(ink.plain(sentence(exception, when)));
            table.note(ink.faint(Json.text(exception, "exceptionId")));
        }
        return table;
    }

    /** Until when it should have been put right, with the time if it is {@code exact}; red if that has passed. */
    static Text due(Ink ink, JsonNode exception, When when, boolean exact) {
        Instant due = Json.instant(exception, "dueAt");
        if (due == null) {
            return ink.none();
        }
        String text = (exact ? when.at(due) + ", " : "") + when.distance(due);
        return due.isBefore(when.now()) ? ink.bad(text) : ink.plain(text);
    }

    /** The sums of money that it concerns, each in its own currency. */
    static String worth(JsonNode exception) {
        return String.join(
                ", ",
                exception
                        .path("values")
                        .valueStream()
                        .map(value -> Json.text(value, "amount") + " " + Json.text(value, "currency"))
                        .toList());
    }

    /** Who takes care of it since when; empty if nobody does. */
    static String acknowledged(JsonNode exception, When when) {
        Instant at = Json.instant(exception, "acknowledgedAt");
        if (!Json.text(exception, "state").equals("ACKNOWLEDGED")) {
            return "";
        }
        String note = Json.text(exception, "note");
        return "Acknowledged by " + Json.text(exception, "acknowledgedBy")
                + (at == null ? "" : ", " + when.distance(at))
                + (note.isEmpty() ? "." : ": " + note);
    }

    private static String sentence(JsonNode exception, When when) {
        String worth = worth(exception);
        return String.join(
                " ",
                Stream.of(
                                Json.text(exception, "text"),
                                worth.isEmpty() ? "" : "Worth " + worth + ".",
                                acknowledged(exception, when))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static boolean isOf(JsonNode order, JsonNode exception) {
        String orderId = Json.text(exception, "orderId");
        return orderId.isEmpty()
                ? Json.texts(order.path("identifiers")).contains(Json.text(exception, "subject"))
                : orderId.equals(Json.text(order, "orderId"));
    }
}
