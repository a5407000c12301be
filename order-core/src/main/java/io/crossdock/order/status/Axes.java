package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.fact.Statement.Relation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The states of an order that do not depend on each other (R61 to R67); without a feed an axis says that it does not know. */
final class Axes {

    private final OrderFacts facts;
    private final Ownership ownership;

    Axes(OrderFacts facts, Ownership ownership) {
        this.facts = facts;
        this.ownership = ownership;
    }

    OrderStatus.Axes of(FulfilmentStatus fulfilment, Billing billing, Collection<OrderLine> lines) {
        return new OrderStatus.Axes(
                approval(),
                fulfilment,
                billing.axis(),
                billing.payment(),
                returns(lines),
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

    /** A hold is a state of the order's record, or a document of its own until it is closed. */
    private OrderStatus.Hold hold() {
        List<OrderHeader> held = facts.headers().values().stream()
                .map(OrderFacts.HeaderFact::says)
                .filter(header -> header.state() == OrderHeader.State.ON_HOLD)
                .toList();
        List<Statement.Document> holds = facts.documents().values().stream()
                .filter(document -> document.is(DocumentType.HOLD) && !document.isCancelled())
                .map(OrderFacts.DocumentFact::says)
                .filter(document -> document.state() != DocumentState.CLOSED)
                .toList();
        if (held.isEmpty() && holds.isEmpty()) {
            return OrderStatus.Hold.NONE;
        }
        boolean forCredit = held.stream()
                        .anyMatch(header -> header.credit() != null && header.credit() != OrderHeader.Credit.APPROVED)
                || holds.stream().anyMatch(hold -> "credit".equalsIgnoreCase(hold.reason()));
        return forCredit ? OrderStatus.Hold.CREDIT : OrderStatus.Hold.ORDER;
    }

    /** What comes back against what left and was not lost; it never changes fulfilment (R66). */
    static OrderStatus.Returns returns(Collection<OrderLine> lines) {
        if (lines.stream().noneMatch(line -> line.of(Quantity.RETURN_REQUESTED).signum() > 0)) {
            return OrderStatus.Returns.NONE;
        }
        if (lines.stream().noneMatch(line -> line.of(Quantity.RETURN_RECEIVED).signum() > 0)) {
            return OrderStatus.Returns.REQUESTED;
        }
        Map<String, BigDecimal> ofSubstitutes = lines.stream()
                .filter(line -> line.is(Relation.Role.SUBSTITUTE_FOR))
                .collect(Collectors.toMap(
                        line -> line.tie() == null ? line.number() : line.tie().of(),
                        line -> line.of(Quantity.RETURN_RECEIVED),
                        BigDecimal::add));
        boolean everything = lines.stream()
                .filter(OrderLine::awaited)
                .allMatch(line -> line.of(Quantity.RETURN_RECEIVED)
                                .add(ofSubstitutes.getOrDefault(line.number(), BigDecimal.ZERO))
                                .compareTo(line.of(Quantity.SHIPPED))
                        >= 0);
        return everything ? OrderStatus.Returns.FULL : OrderStatus.Returns.PARTIAL;
    }
}
