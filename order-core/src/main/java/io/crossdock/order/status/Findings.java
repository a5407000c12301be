package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;

/** What a person should know about an order's figures; nothing here changes the status (R80). */
final class Findings {

    private Findings() {}

    /** Sorted, each once. */
    static List<OrderException> of(List<OrderLine> lines, NavigableMap<String, List<LineFact>> rows, boolean prepaid) {
        TreeSet<OrderException> found = new TreeSet<>();
        for (OrderLine line : lines) {
            String subject = "line:" + line.number();
            BigDecimal shipped = line.of(Quantity.SHIPPED);
            if (line.ordered() != null && shipped.compareTo(line.ordered().max(BigDecimal.ZERO)) > 0) {
                found.add(new OrderException(
                        OrderException.Type.OVER_SHIPPED,
                        subject,
                        "Shipped " + text(shipped) + " of " + text(line.ordered()) + " ordered."));
            }
            if (!Positions.sumUp(line)) {
                found.add(new OrderException(
                        OrderException.Type.INTEGRITY_VIOLATION,
                        subject,
                        "Quantities contradict each other or are negative: ordered "
                                + (line.ordered() == null ? "unknown" : text(line.ordered())) + ", shipped "
                                + text(shipped) + ", cancelled " + text(line.of(Quantity.CANCELLED)) + "."));
            }
            BigDecimal left = shipped.add(line.lost());
            if (line.shippable() && !prepaid && line.of(Quantity.INVOICED).compareTo(left) > 0) {
                found.add(new OrderException(
                        OrderException.Type.INVOICED_BEFORE_SHIPPED,
                        subject,
                        "Invoiced " + text(line.of(Quantity.INVOICED)) + ", shipped " + text(left)
                                + ", and the terms are not prepaid."));
            }
            rows.getOrDefault(line.number(), List.of()).stream()
                    .filter(row -> !Quantities.countsInTheUnitOf(line.content(), row.says()))
                    .forEach(row -> found.add(new OrderException(
                            OrderException.Type.UNIT_MISMATCH,
                            subject,
                            row.fact().key() + " counts in " + row.says().unit() + ", the line in "
                                    + line.content().unit() + "; left out.")));
        }
        return List.copyOf(found);
    }

    private static String text(BigDecimal value) {
        return Decimals.plain(value).toPlainString();
    }
}
