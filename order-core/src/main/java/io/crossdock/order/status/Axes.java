package io.crossdock.order.status;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The states of an order that do not depend on each other (R61 to R63); without a feed an axis says that it does not know. */
final class Axes {

    private final OrderFacts facts;
    private final Ownership ownership;

    Axes(OrderFacts facts, Ownership ownership) {
        this.facts = facts;
        this.ownership = ownership;
    }

    OrderStatus.Axes of(FulfilmentStatus fulfilment, Collection<OrderLine> lines) {
        return new OrderStatus.Axes(
                approval(),
                fulfilment,
                billing(lines),
                OrderStatus.Payment.UNKNOWN,
                OrderStatus.Returns.NONE,
                Cancellations.of(lines),
                hold());
    }

    /** True if any of the order's records grants prepaid terms: an invoice may come before the shipment. */
    boolean prepaid() {
        return facts.headers().values().stream()
                .anyMatch(header -> header.says().prepaid());
    }

    private OrderStatus.Approval approval() {
        List<OrderFacts.HeaderFact> deciding = deciding(Milestone.ACCEPTED);
        if (deciding(Milestone.CREDIT_APPROVED).stream()
                .anyMatch(header -> header.says().credit() == OrderHeader.Credit.REFUSED)) {
            return OrderStatus.Approval.REJECTED;
        }
        return deciding.stream().anyMatch(OrderFacts.HeaderFact::isAccepted)
                ? OrderStatus.Approval.ACCEPTED
                : OrderStatus.Approval.CAPTURED;
    }

    /** Headers whose word counts for a milestone: its owner's, or everybody's where nobody owns it. */
    List<OrderFacts.HeaderFact> deciding(Milestone milestone) {
        return facts.headers().values().stream()
                .filter(header -> !ownership.hasOwner(milestone)
                        || ownership.decides(header.fact().key(), milestone))
                .toList();
    }

    private OrderStatus.Hold hold() {
        List<OrderHeader> held = facts.headers().values().stream()
                .map(OrderFacts.HeaderFact::says)
                .filter(header -> header.state() == OrderHeader.State.ON_HOLD)
                .toList();
        if (held.isEmpty()) {
            return OrderStatus.Hold.NONE;
        }
        boolean forCredit = held.stream()
                .anyMatch(header -> header.credit() != null && header.credit() != OrderHeader.Credit.APPROVED);
        return forCredit ? OrderStatus.Hold.CREDIT : OrderStatus.Hold.ORDER;
    }

    private static OrderStatus.Billing billing(Collection<OrderLine> lines) {
        List<OrderLine> billable = lines.stream().filter(Axes::isBillable).toList();
        BigDecimal invoiced = total(billable, Quantity.INVOICED);
        BigDecimal credited = total(billable, Quantity.CREDITED);
        if (invoiced.signum() > 0 && credited.compareTo(invoiced) >= 0) {
            return OrderStatus.Billing.CREDITED;
        }
        if (credited.signum() > 0) {
            return OrderStatus.Billing.PARTIALLY_CREDITED;
        }
        if (invoiced.signum() == 0) {
            return OrderStatus.Billing.NOT_INVOICED;
        }
        return isFullyInvoiced(lines) ? OrderStatus.Billing.INVOICED : OrderStatus.Billing.PARTIALLY_INVOICED;
    }

    /** True if every unit that is still expected is invoiced, services included, and at least one is. */
    static boolean isFullyInvoiced(Collection<OrderLine> lines) {
        List<OrderLine> billable = lines.stream().filter(Axes::isBillable).toList();
        return total(billable, Quantity.INVOICED).signum() > 0
                && billable.stream().allMatch(line -> line.all(Quantity.INVOICED));
    }

    private static boolean isBillable(OrderLine line) {
        return line.content().kind() != Statement.Line.Kind.TEXT;
    }

    private static BigDecimal total(Collection<OrderLine> lines, Quantity quantity) {
        return lines.stream().map(line -> line.of(quantity)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
