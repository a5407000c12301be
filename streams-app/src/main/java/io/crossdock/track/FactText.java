package io.crossdock.track;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A fact in a few words, for the history: {@code wms-east:shipment:S-77 SHIPPED}, {@code line 2 quantity 5 EA}. */
final class FactText {

    private FactText() {}

    static String of(Fact fact) {
        return fact.home() + " " + (fact.statement() == null ? "row deleted" : says(fact.home(), fact.statement()));
    }

    private static String says(Identifier home, Statement statement) {
        return switch (statement) {
            case Statement.OrderHeader header -> "order " + header.state();
            case Statement.Document document -> word(document.type().name()) + " " + document.state();
            case Statement.Line line -> line(home, line);
            case Statement.Carton carton -> "package " + carton.number() + " " + String.join(" ", carton.tracking());
            case Statement.Scan scan -> "seen by its carrier " + scan.state();
            case Statement.Receipt receipt -> receipt.target() + " " + receipt.outcome();
            case Statement.FormerOrder former -> "was " + former.orderId();
            case Statement.Shown shown -> "shows what it was told";
            case Statement.Alias alias -> "another name";
        };
    }

    private static String line(Identifier home, Statement.Line line) {
        String name = "line " + line.line() + fulfils(home, line.refersTo());
        StringJoiner text = new StringJoiner(", ", name + ": ", line.unit() == null ? "" : " " + line.unit());
        text.setEmptyValue(name);
        if (line.quantity() != null) {
            text.add("quantity " + line.quantity().toPlainString());
        }
        line.counters().entrySet().stream()
                .filter(counter -> counter.getValue().compareTo(BigDecimal.ZERO) != 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(counter -> text.add(
                        counter.getKey().text() + " " + counter.getValue().toPlainString()));
        return text.toString();
    }

    /** A row that names its own document means a line of what that document is or belongs to. */
    private static String fulfils(Identifier home, Statement.@Nullable LineRef other) {
        if (other == null) {
            return "";
        }
        return other.document().equals(home)
                ? " (line " + other.line() + " of its order)"
                : " (for " + other.document() + " line " + other.line() + ")";
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
