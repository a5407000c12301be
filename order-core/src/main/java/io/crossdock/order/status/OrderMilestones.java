package io.crossdock.order.status;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the order as a whole reached what is still true of it, and how far its first and last unit are (R72, R73). */
final class OrderMilestones {

    private static final String ORDER = "order";

    /** The life of goods, from the last step to the first. */
    private static final List<Milestone> BACKWARDS = List.of(
            Milestone.DELIVERED,
            Milestone.SHIPPED,
            Milestone.PACKED,
            Milestone.PICKED,
            Milestone.RELEASED,
            Milestone.ALLOCATED);

    private final OrderFacts facts;
    private final Axes axes;
    private final Billing billing;
    private final Collection<OrderLine> lines;

    OrderMilestones(OrderFacts facts, Axes axes, Billing billing, Collection<OrderLine> lines) {
        this.facts = facts;
        this.axes = axes;
        this.billing = billing;
        this.lines = lines;
    }

    /** Stamps of the order: the header's own, and those that follow from its parts. */
    List<MilestoneStamp> of(@Nullable Identifier root, FulfilmentStatus status, List<MilestoneStamp> parts) {
        List<MilestoneStamp> all = new ArrayList<>();
        if (root != null) {
            headerStamps(Milestone.CAPTURED, root).forEach(all::add);
        }
        axes.deciding(Milestone.ACCEPTED).stream()
                .filter(OrderFacts.HeaderFact::isAccepted)
                .flatMap(header -> Milestones.stamp(ORDER, Milestone.ACCEPTED, header.fact()))
                .forEach(all::add);
        axes.deciding(Milestone.CREDIT_APPROVED).stream()
                .filter(header -> header.says().credit() == OrderHeader.Credit.APPROVED)
                .flatMap(header -> Milestones.stamp(ORDER, Milestone.CREDIT_APPROVED, header.fact()))
                .forEach(all::add);
        if (RollUp.all(lines, Quantity.ALLOCATED)) {
            latest(Milestone.FULLY_ALLOCATED, Milestone.ALLOCATED, parts).forEach(all::add);
        }
        if (RollUp.all(lines, Quantity.SHIPPED)) {
            latest(Milestone.FULLY_SHIPPED, Milestone.SHIPPED, parts).forEach(all::add);
        }
        if (status == FulfilmentStatus.DELIVERED) {
            latest(Milestone.FULLY_DELIVERED, Milestone.DELIVERED, parts).forEach(all::add);
        }
        if (billing.isFullyInvoiced()) {
            latest(Milestone.FULLY_INVOICED, Milestone.INVOICED, parts).forEach(all::add);
        }
        if (billing.payment() == OrderStatus.Payment.PAID) {
            latest(Milestone.PAID, Milestone.PAID, ofDeciding(parts, billing.payments()))
                    .forEach(all::add);
        }
        if (Axes.returns(lines) == OrderStatus.Returns.FULL) {
            latest(Milestone.RETURNED, Milestone.RETURNED, parts).forEach(all::add);
        }
        if (status == FulfilmentStatus.CANCELLED) {
            cancelled(parts).forEach(all::add);
        }
        return Milestones.firstOfEach(all);
    }

    /** The furthest milestone any unit has reached; null before the order is captured. */
    @Nullable
    Milestone leading(@Nullable Identifier root) {
        return BACKWARDS.stream()
                .filter(step -> RollUp.some(lines, quantityOf(step)))
                .findFirst()
                .orElseGet(() -> beforeTheWarehouse(root));
    }

    /** The furthest milestone every unit still expected has reached; null before the order is captured. */
    @Nullable
    Milestone trailing(@Nullable Identifier root) {
        return BACKWARDS.stream()
                .filter(step -> RollUp.all(lines, quantityOf(step)))
                .findFirst()
                .orElseGet(() -> beforeTheWarehouse(root));
    }

    private @Nullable Milestone beforeTheWarehouse(@Nullable Identifier root) {
        if (axes.deciding(Milestone.ACCEPTED).stream().anyMatch(OrderFacts.HeaderFact::isAccepted)) {
            return Milestone.ACCEPTED;
        }
        return root == null ? null : Milestone.CAPTURED;
    }

    /** The last part that got there; where nobody said when, the first later step that has a time stands in. */
    private static Stream<MilestoneStamp> latest(Milestone whole, Milestone part, List<MilestoneStamp> parts) {
        List<Milestone> inOrder = Stream.concat(
                        Stream.of(part),
                        BACKWARDS.reversed().stream()
                                .filter(step -> BACKWARDS.contains(part) && step.compareTo(part) > 0))
                .toList();
        return inOrder.stream()
                .flatMap(step ->
                        parts.stream().filter(stamp -> stamp.milestone() == step).max(MilestoneStamp.BY_TIME).stream())
                .limit(1)
                .map(stamp -> stamp.about(ORDER, whole));
    }

    private static List<MilestoneStamp> ofDeciding(
            List<MilestoneStamp> parts, List<OrderFacts.DocumentFact> documents) {
        Set<FactKey> keys =
                documents.stream().map(document -> document.fact().key()).collect(Collectors.toSet());
        return parts.stream().filter(stamp -> keys.contains(stamp.key())).toList();
    }

    private Stream<MilestoneStamp> cancelled(List<MilestoneStamp> parts) {
        Stream<MilestoneStamp> headers = facts.headers().values().stream()
                .filter(header -> header.says().state() == OrderHeader.State.CANCELLED)
                .flatMap(header -> Milestones.stamp(ORDER, Milestone.CANCELLED, header.fact()));
        Stream<MilestoneStamp> rows = parts.stream().filter(stamp -> stamp.milestone() == Milestone.CANCELLED);
        return Stream.concat(headers, rows).max(MilestoneStamp.BY_TIME).stream()
                .map(stamp -> stamp.about(ORDER, Milestone.CANCELLED));
    }

    private Stream<MilestoneStamp> headerStamps(Milestone milestone, Identifier home) {
        OrderFacts.HeaderFact header = facts.header(home);
        return header == null ? Stream.empty() : Milestones.stamp(ORDER, milestone, header.fact());
    }

    private static Quantity quantityOf(Milestone step) {
        return Quantity.of(step.text());
    }
}
