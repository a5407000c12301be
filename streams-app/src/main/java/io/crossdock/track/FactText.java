package io.crossdock.track;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A fact in a few words, for the history: {@code wms-east:shipment:S-77 SHIPPED}, {@code line 2 quantity 5 EA}. */
final class FactText {

    private FactText() {}

    static String of(Fact fact) {
        return fact.home() + " " + (fact.statement() == null ? "row deleted" : says(fact.statement()));
    }

    private static String says(Statement statement) {
        return switch (statement) {
            case Statement.OrderHeader header -> "order " + header.state();
            case Statement.Document document -> word(document.type().name()) + " " + document.state();
            case Statement.Line line -> line(line);
            case Statement.Carton carton -> "package " + carton.number() + " " + String.join(" ", carton.tracking());
            case Statement.Scan scan -> "seen by its carrier " + scan.state();
            case Statement.Receipt receipt -> receipt.target() + " " + receipt.outcome();
            case Statement.FormerOrder former -> "was " + former.orderId();
            case Statement.Alias alias -> "another name";
        };
    }

    private static String line(Statement.Line line) {
        StringJoiner text = new StringJoiner(", ", "line " + line.line() + ": ", unit(line.unit()));
        text.setEmptyValue("line " + line.line());
        if (line.quantity() != null) {
            text.add("quantity " + line.quantity().toPlainString());
        }
        line.counters().entrySet().stream()
                .filter(counter -> counter.getValue().compareTo(BigDecimal.ZERO) != 0)
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(counter -> text.add(
                        counter.getKey().text() + " " + counter.getValue().toPlainString()));
        return text.toString();
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : " " + unit;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
