package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of an order is invoiced, credited and paid (R63 to R65); none of it ever changes fulfilment. */
final class Billing {

    private final OrderFacts facts;
    private final Ownership ownership;
    private final List<OrderLine> lines;
    private final Map<String, OrderLine> byNumber = new HashMap<>();
    private final Map<String, List<OrderLine>> components = new HashMap<>();

    Billing(OrderFacts facts, Ownership ownership, Collection<OrderLine> lines) {
        this.facts = facts;
        this.ownership = ownership;
        this.lines = lines.stream().filter(Billing::isBillable).toList();
        this.lines.forEach(line -> {
            byNumber.put(line.number(), line);
            String kit = kitOf(line);
            if (kit != null) {
                components.computeIfAbsent(kit, none -> new ArrayList<>()).add(line);
            }
        });
    }

    OrderStatus.Billing axis() {
        boolean isInvoiced = some(Quantity.INVOICED);
        if (isInvoiced && lines.stream().allMatch(this::isCredited)) {
            return OrderStatus.Billing.CREDITED;
        }
        if (some(Quantity.CREDITED)) {
            return OrderStatus.Billing.PARTIALLY_CREDITED;
        }
        if (!isInvoiced) {
            return OrderStatus.Billing.NOT_INVOICED;
        }
        return isFullyInvoiced() ? OrderStatus.Billing.INVOICED : OrderStatus.Billing.PARTIALLY_INVOICED;
    }

    /** True if every unit that is still expected is invoiced, services included, and at least one is. */
    boolean isFullyInvoiced() {
        return some(Quantity.INVOICED) && lines.stream().allMatch(this::isInvoiced);
    }

    /** Paid, where every currency that is invoiced is paid in full; unknown without a payment document. */
    OrderStatus.Payment payment() {
        List<OrderFacts.DocumentFact> payments = payments();
        if (payments.isEmpty()) {
            return OrderStatus.Payment.UNKNOWN;
        }
        if (payments.stream().noneMatch(payment -> Documents.isPosted(payment.says()))) {
            return OrderStatus.Payment.OPEN;
        }
        Map<String, BigDecimal> paid = amounts(payments);
        Map<String, BigDecimal> invoiced = amounts(documents(DocumentType.INVOICE, Quantity.INVOICED));
        amounts(documents(DocumentType.CREDIT_MEMO, Quantity.CREDITED))
                .forEach(
                        (currency, amount) -> invoiced.computeIfPresent(currency, (same, sum) -> sum.subtract(amount)));
        boolean isPaid = !invoiced.isEmpty()
                && invoiced.entrySet().stream()
                        .allMatch(entry -> entry.getValue().signum() > 0
                                && paid.getOrDefault(entry.getKey(), BigDecimal.ZERO)
                                                .compareTo(entry.getValue())
                                        >= 0);
        return isPaid ? OrderStatus.Payment.PAID : OrderStatus.Payment.PARTIALLY_PAID;
    }

    /** Payment documents whose word counts: the owner's of the milestone paid, or all where nobody owns it. */
    List<OrderFacts.DocumentFact> payments() {
        return facts.documents().values().stream()
                .filter(document -> document.is(DocumentType.PAYMENT))
                .filter(document -> !ownership.hasOwner(Milestone.PAID)
                        || ownership.decides(document.fact().key(), Milestone.PAID))
                .toList();
    }

    /** Documents of the connection that owns the quantity, or all where nobody owns it. */
    private List<OrderFacts.DocumentFact> documents(DocumentType type, Quantity quantity) {
        return facts.documents().values().stream()
                .filter(document -> document.is(type))
                .filter(document ->
                        !ownership.hasOwner(quantity, document.says().location())
                                || ownership.isWith(
                                        document.fact().key().connection(),
                                        quantity,
                                        document.says().location()))
                .toList();
    }

    /** Posted amounts by currency, never summed across currencies. */
    private static Map<String, BigDecimal> amounts(List<OrderFacts.DocumentFact> documents) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (OrderFacts.DocumentFact document : documents) {
            Statement.Document says = document.says();
            if (Documents.isPosted(says)) {
                amounts.merge(
                        Objects.requireNonNullElse(says.currency(), ""),
                        Objects.requireNonNullElse(says.amount(), BigDecimal.ZERO),
                        BigDecimal::add);
            }
        }
        return amounts;
    }

    /** A kit is billed as one or by its components, whichever the invoice names. */
    private boolean isInvoiced(OrderLine line) {
        OrderLine kit = kitOf(line) == null ? null : byNumber.get(kitOf(line));
        List<OrderLine> parts = components.getOrDefault(line.number(), List.of());
        return line.all(Quantity.INVOICED)
                || (kit != null && kit.all(Quantity.INVOICED))
                || (!parts.isEmpty() && parts.stream().allMatch(part -> part.all(Quantity.INVOICED)));
    }

    /**
     * What is invoiced on the line is credited there; or with its kit or its parts, where the invoice does not name those too. What is
     * credited elsewhere is not this.
     */
    private boolean isCredited(OrderLine line) {
        OrderLine kit = kitOf(line) == null ? null : byNumber.get(kitOf(line));
        List<OrderLine> parts = components.getOrDefault(line.number(), List.of());
        return line.of(Quantity.CREDITED).compareTo(line.of(Quantity.INVOICED)) >= 0
                || (kit != null && isCreditedInstead(kit))
                || (!parts.isEmpty() && parts.stream().allMatch(Billing::isCreditedInstead));
    }

    private static boolean isCreditedInstead(OrderLine line) {
        return line.of(Quantity.INVOICED).signum() == 0
                && line.of(Quantity.CREDITED).signum() > 0
                && line.all(Quantity.CREDITED);
    }

    private static @Nullable String kitOf(OrderLine line) {
        return line.tie() != null && line.is(Relation.Role.COMPONENT_OF)
                ? line.tie().of()
                : null;
    }

    private static boolean isBillable(OrderLine line) {
        return line.content().kind() != Statement.Line.Kind.TEXT && !line.is(Relation.Role.SUBSTITUTE_FOR);
    }

    /** Units of different lines are different things: they are never added. */
    private boolean some(Quantity quantity) {
        return lines.stream().anyMatch(line -> line.of(quantity).signum() > 0);
    }
}
