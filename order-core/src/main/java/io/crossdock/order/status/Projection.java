package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Turns the facts that stand in an order's topmost mailbox into its status: pure, so that order of arrival is nothing. */
public final class Projection {

    private static final List<Quantity> PUBLISHED = List.of(
            Quantity.CANCELLED,
            Quantity.ALLOCATED,
            Quantity.BACKORDERED,
            Quantity.RELEASED,
            Quantity.PICKED,
            Quantity.PACKED,
            Quantity.SHIPPED,
            Quantity.DELIVERED,
            Quantity.SHORT_CLOSED,
            Quantity.INVOICED,
            Quantity.CREDITED);

    private final IdentifierTypes types;
    private final Ownership ownership;

    /** A projection for one set of systems; both arguments come from their files and never change while it lives. */
    public Projection(IdentifierTypes types, Ownership ownership) {
        this.types = types;
        this.ownership = ownership;
    }

    /**
     * Projects an order.
     *
     * @param topmost identifier of the mailbox that holds the facts
     * @param facts its effective facts in any order; what is not an assertion, and receipts and aliases, are ignored
     */
    public Projected project(Identifier topmost, Collection<Fact> facts) {
        OrderFacts order = OrderFacts.of(types, topmost, facts);
        Identifier root = Root.of(order, types);
        Identifier base = root == null ? topmost : root;

        Ownership owners = ownership.within(order.scope(root));

        NavigableMap<String, List<LineFact>> rows = Lines.of(base, order);
        Quantities quantities = new Quantities(order, owners, base);
        List<OrderLine> lines = rows.entrySet().stream()
                .map(entry -> quantities.of(entry.getKey(), entry.getValue()))
                .toList();

        RollUp rollUp = RollUp.of(lines);
        Axes axes = new Axes(order, owners);
        OrderMilestones whole = new OrderMilestones(order, axes, lines);
        List<MilestoneStamp> parts = new Milestones(order, owners).of(rows);
        List<MilestoneStamp> stamps = new ArrayList<>(parts);
        stamps.addAll(whole.of(root, rollUp.status(), parts));
        stamps.sort(MilestoneStamp.PUBLISHED);
        List<OrderException> findings = Findings.of(lines, rows, axes.prepaid());

        OrderFacts.HeaderFact captured = root == null ? null : order.header(root);
        OrderStatus status = new OrderStatus(
                root == null ? null : OrderId.of(root),
                root,
                identifiers(order.membership()),
                captured == null ? null : captured.says().customer(),
                captured == null ? null : captured.says().customerPo(),
                rollUp.status(),
                rollUp.complete(),
                rollUp.untracked(),
                axes.of(rollUp.status(), lines),
                whole.leading(root),
                whole.trailing(root),
                lines.stream().map(Projection::published).toList(),
                Shipments.of(order),
                stamps.stream().map(Projection::published).toList(),
                findings.stream().map(OrderException::type).distinct().sorted().toList());
        return new Projected(
                root,
                status.orderId(),
                isAwaiting(topmost, order),
                List.copyOf(order.membership().members()),
                status,
                ContentHash.of(status),
                stamps,
                findings);
    }

    private boolean isAwaiting(Identifier topmost, OrderFacts order) {
        return types.namesAnOrder(topmost) && order.header(topmost) == null;
    }

    private static List<Identifier> identifiers(Membership membership) {
        List<Identifier> all = new ArrayList<>(membership.members());
        all.addAll(membership.documents());
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private static OrderStatus.Line published(OrderLine line) {
        Map<Quantity, BigDecimal> quantities = new EnumMap<>(Quantity.class);
        if (line.ordered() != null) {
            quantities.put(Quantity.ORDERED, Decimals.plain(line.ordered()));
        }
        PUBLISHED.forEach(quantity -> quantities.put(quantity, Decimals.plain(line.of(quantity))));
        Map<Position, BigDecimal> positions = new EnumMap<>(Position.class);
        Positions.of(line).forEach((position, units) -> positions.put(position, Decimals.plain(units)));
        return new OrderStatus.Line(
                line.number(),
                line.content().sku(),
                line.content().kind(),
                line.content().unit(),
                line.ordered() != null,
                quantities,
                positions);
    }

    private static OrderStatus.Reach published(MilestoneStamp stamp) {
        return new OrderStatus.Reach(
                stamp.subject(), stamp.milestone(), stamp.reached().occurredAt());
    }
}
