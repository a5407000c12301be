package io.crossdock.local.client.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Text;

/** The lines of an order and how many units of each have come how far; a quantity that is zero on every line is left out. */
final class Lines {

    /** In the order in which units pass them; what a server may say beyond these follows. */
    private static final List<String> QUANTITIES = List.of(
            "ordered",
            "cancelRequested",
            "cancelled",
            "backordered",
            "allocated",
            "released",
            "picked",
            "packed",
            "shipped",
            "delivered",
            "shortClosed",
            "invoiced",
            "credited",
            "returnRequested",
            "returnReceived");

    private Lines() {}

    static void draw(Screen screen, JsonNode lines) {
        if (lines.isEmpty()) {
            return;
        }
        Ink ink = screen.ink();
        List<String> quantities = quantities(lines);
        List<String> headings = new ArrayList<>(List.of("line", "article", "kind"));
        quantities.forEach(name -> headings.add(">" + words(name)));
        headings.addAll(List.of("unit", "from"));
        Table table = new Table(ink, headings.toArray(String[]::new));
        boolean onlyGoods =
                lines.valueStream().allMatch(line -> Json.text(line, "kind").equals("GOODS"));
        for (JsonNode line : lines) {
            List<Text> cells = new ArrayList<>();
            cells.add(ink.plain(Json.text(line, "line")));
            cells.add(ink.plain(Json.text(line, "sku")));
            cells.add(ink.plain(onlyGoods ? "" : Json.text(line, "kind").toLowerCase(Locale.ROOT)));
            quantities.forEach(name -> cells.add(quantity(ink, line, name)));
            cells.add(ink.plain(Json.text(line, "unit")));
            cells.add(ink.plain(Json.text(line, "location")));
            table.row(cells.toArray(Text[]::new));
        }
        screen.section("Lines");
        screen.table(table);
    }

    private static List<String> quantities(JsonNode lines) {
        Set<String> names = new LinkedHashSet<>(QUANTITIES);
        lines.forEach(line -> line.path("quantities").fieldNames().forEachRemaining(names::add));
        return Stream.concat(
                        Stream.of("ordered"),
                        names.stream().filter(name -> lines.valueStream().anyMatch(line -> isSome(line, name))))
                .distinct()
                .toList();
    }

    private static boolean isSome(JsonNode line, String name) {
        try {
            return new BigDecimal(line.path("quantities").path(name).asText("0")).signum() != 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Unknown is not zero. */
    private static Text quantity(Ink ink, JsonNode line, String name) {
        if (name.equals("ordered") && !line.path("known").asBoolean(true)) {
            return ink.warning("unknown");
        }
        String quantity = line.path("quantities").path(name).asText("0");
        return isSome(line, name) ? ink.plain(quantity) : ink.faint(quantity);
    }

    /** {@code cancelRequested} as {@code cancel requested}. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
