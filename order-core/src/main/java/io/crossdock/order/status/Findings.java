package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.link.Ambiguity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a person should know about an order; nothing here changes the status (R80 to R82). */
final class Findings {

    private final TreeSet<OrderException> found = new TreeSet<>();

    /** Sorted, each once. */
    List<OrderException> all() {
        return List.copyOf(found);
    }

    /** Figures of a line that cannot be right, or that somebody should look at. */
    static List<OrderException> of(OrderLine line, boolean prepaid) {
        Findings findings = new Findings();
        String subject = "line:" + line.number();
        findings.tooMany(line, subject);
        findings.contradictory(line, subject, prepaid);
        line.leftOut()
                .forEach(row -> findings.add(
                        OrderException.Type.UNIT_MISMATCH,
                        subject,
                        row.fact().key() + " counts in " + row.says().unit() + ", the line in " + line.unit()
                                + ", and no factor is known that both agree on; left out."));
        return findings.all();
    }

    /** Their types, sorted, each once. */
    List<OrderException.Type> types() {
        return found.stream().map(OrderException::type).distinct().sorted().toList();
    }

    /** What was found before. */
    void take(Collection<OrderException> others) {
        found.addAll(others);
    }

    /** Returns of what the order never held. */
    void ofUnplaced(Collection<LineFact> rows) {
        rows.stream()
                .filter(row -> row.isOf(DocumentType.RETURN) && !row.isOfCancelledDocument())
                .filter(row -> row.amount(Quantity.RETURN_RECEIVED).signum() > 0)
                .forEach(row -> add(
                        OrderException.Type.ORPHAN_RETURN,
                        row.home().toString(),
                        "Received " + text(row.amount(Quantity.RETURN_RECEIVED)) + " of "
                                + row.says().sku() + ", which no line of the order holds."));
    }

    /** Names of the order that cannot all be right. */
    void ofNames(OrderFacts facts, IdentifierTypes types) {
        TreeMap<String, List<Identifier>> captured = facts.membership().members().stream()
                .filter(types::namesAnOrder)
                .filter(member -> {
                    OrderFacts.HeaderFact header = facts.header(member);
                    return header != null && header.says().ourKey() == null;
                })
                .collect(Collectors.groupingBy(
                        member -> member.connection() + ":" + member.type(), TreeMap::new, Collectors.toList()));
        captured.forEach((type, members) -> {
            if (members.size() > 1) {
                add(
                        OrderException.Type.DUPLICATE_IN_TARGET,
                        "order",
                        type + " holds the order more than once: " + members + ".");
            }
        });
        for (Ambiguity ambiguity : facts.membership().ambiguities()) {
            add(
                    OrderException.Type.AMBIGUOUS,
                    ambiguity.rivals().getFirst().link().from().toString(),
                    "Several " + ambiguity.type() + " are named and nothing decides between them, so none is taken: "
                            + ambiguity.rivals().stream()
                                    .map(claim -> claim.parent().toString())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private void tooMany(OrderLine line, String subject) {
        BigDecimal shipped = line.of(Quantity.SHIPPED);
        if (line.ordered() != null && !line.coveredByOthers()) {
            BigDecimal ordered = line.ordered().max(BigDecimal.ZERO);
            if (shipped.compareTo(ordered) > 0) {
                add(
                        OrderException.Type.OVER_SHIPPED,
                        subject,
                        "Shipped " + text(shipped) + " of " + text(line.ordered()) + " ordered.");
            }
            if (line.allocatedByOwner().compareTo(ordered) > 0) {
                add(
                        OrderException.Type.OVER_ALLOCATED,
                        subject,
                        "Allocated " + text(line.allocatedByOwner()) + " of " + text(line.ordered()) + " ordered.");
            }
        }
        BigDecimal received = line.of(Quantity.RETURN_RECEIVED);
        BigDecimal left = shipped.add(line.lost());
        if (received.compareTo(left) > 0) {
            add(
                    OrderException.Type.ORPHAN_RETURN,
                    subject,
                    "Received " + text(received) + " back of " + text(left) + " shipped.");
        }
    }

    private void contradictory(OrderLine line, String subject, boolean prepaid) {
        BigDecimal shipped = line.of(Quantity.SHIPPED);
        if (!Positions.sumUp(line)) {
            add(
                    OrderException.Type.INTEGRITY_VIOLATION,
                    subject,
                    "Quantities contradict each other or are negative: ordered "
                            + (line.ordered() == null ? "unknown" : text(line.ordered())) + ", shipped " + text(shipped)
                            + ", cancelled " + text(line.of(Quantity.CANCELLED)) + ".");
        }
        BigDecimal left = shipped.add(line.lost());
        if (line.shippable() && !prepaid && line.of(Quantity.INVOICED).compareTo(left) > 0) {
            add(
                    OrderException.Type.INVOICED_BEFORE_SHIPPED,
                    subject,
                    "Invoiced " + text(line.of(Quantity.INVOICED)) + ", shipped " + text(left)
                            + ", and the terms are not prepaid.");
        }
    }

    private void add(OrderException.Type type, String subject, String detail) {
        found.add(new OrderException(type, subject, detail));
    }

    private static String text(BigDecimal value) {
        return Decimals.plain(value).toPlainString();
    }
}
