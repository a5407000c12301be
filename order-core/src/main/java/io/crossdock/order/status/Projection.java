package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            Quantity.RETURN_REQUESTED,
            Quantity.RETURN_RECEIVED,
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
        OrderFacts unplaced = OrderFacts.of(types, topmost, facts);
        Identifier root = Root.of(unplaced, types);
        Identifier base = root == null ? topmost : root;
        Ownership owners = ownership.within(unplaced.scope(root));
        Packages packages = new Packages(unplaced, types, owners);
        OrderFacts order = unplaced.with(packages.hold(unplaced.lines()));

        Lines rows = new Lines(base, order.membership(), order.lines());
        List<LineFigures> figures = figures(rows, new Quantities(order, owners, base, rows));
        List<OrderLine> lines = lines(rows, figures, new Withdrawals(order, owners, base, rows));

        RollUp rollUp = RollUp.of(lines);
        Axes axes = new Axes(order, owners);
        Billing billing = new Billing(order, owners, lines);
        OrderStatus.Axes states = axes.of(rollUp.status(), billing, lines);
        OrderMilestones whole = new OrderMilestones(order, axes, billing, lines);
        List<MilestoneStamp> parts = new Milestones(order, owners, packages).of(rows.rows(), collected(lines));
        List<MilestoneStamp> stamps = new ArrayList<>(parts);
        stamps.addAll(whole.of(root, rollUp.status(), parts));
        stamps.sort(MilestoneStamp.PUBLISHED);
        Findings findings = new Findings();
        findings.ofLines(lines, axes.prepaid());
        findings.ofUnplaced(rows.unplaced());
        findings.ofNames(order, types);

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
                states,
                whole.leading(root),
                whole.trailing(root),
                lines.stream().map(Projection::published).toList(),
                Shipments.of(order, packages),
                stamps.stream().map(Projection::published).toList(),
                findings.all().stream()
                        .map(OrderException::type)
                        .distinct()
                        .sorted()
                        .toList());
        return new Projected(
                root,
                status.orderId(),
                isAwaiting(topmost, order),
                List.copyOf(order.membership().members()),
                status,
                ContentHash.of(status),
                stamps,
                findings.all(),
                new Contradictions(owners).of(figures, lines),
                root != null && Completion.isDone(rollUp, states, lines));
    }

    private static List<LineFigures> figures(Lines rows, Quantities quantities) {
        return rows.rows().entrySet().stream()
                .map(entry -> quantities.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<OrderLine> lines(Lines rows, List<LineFigures> figures, Withdrawals withdrawals) {
        Families families = new Families(rows, figures);
        return figures.stream()
                .map(line -> withdrawals.of(
                        families.complete(line),
                        families.isCoveredByOthers(line.number()),
                        families.tie(line.number())))
                .toList();
    }

    /** Lines that the customer collects. */
    private static Set<String> collected(List<OrderLine> lines) {
        return lines.stream()
                .filter(line -> line.content().fulfilment() == Statement.Line.Fulfilment.PICKUP)
                .map(OrderLine::number)
                .collect(Collectors.toSet());
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
                line.unit(),
                line.ordered() != null,
                quantities,
                positions);
    }

    private static OrderStatus.Reach published(MilestoneStamp stamp) {
        return new OrderStatus.Reach(
                stamp.subject(), stamp.milestone(), stamp.reached().occurredAt());
    }
}
