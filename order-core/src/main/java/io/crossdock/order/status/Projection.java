package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the facts that stand in an order's topmost mailbox into its status: pure, so that order of arrival is nothing. */
public final class Projection {

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
        return project(topmost, facts, new Recollection());
    }

    /** The same; what facts of the last time alone decide is taken from there, and what is worked out now is kept there. */
    public Projected project(Identifier topmost, Collection<Fact> facts, Recollection recollection) {
        Worked before = recollection.last();
        OrderFacts unplaced = OrderFacts.of(types, topmost, facts, before == null ? null : before.unplaced());
        Identifier root = Root.of(unplaced, types);
        Identifier base = root == null ? topmost : root;
        Ownership owners = ownership.within(unplaced.scope(root));
        Packages packages = new Packages(unplaced, types, owners, before == null ? null : before.packages());
        OrderFacts order = unplaced.with(packages.hold(
                unplaced.lines(), before == null ? List.of() : before.order().lines()));

        Lines rows = new Lines(base, order.membership(), order.lines());
        Axes axes = new Axes(order, owners);
        Withdrawals withdrawals = new Withdrawals(order, owners, base, rows);
        Setting setting = Setting.of(order, owners, base, withdrawals, axes);
        boolean comparable = before != null && setting.isThatOf(before.setting());
        Milestones milestones = new Milestones(owners, packages);
        List<WorkedLine> worked = new LineWork(
                        setting,
                        order,
                        rows,
                        withdrawals,
                        milestones,
                        before != null && comparable ? before.lines() : Map.of())
                .of();
        Map<Identifier, Worked.Document> documents =
                documents(order, packages, milestones, before != null && comparable ? before.documents() : Map.of());
        recollection.keep(new Worked(unplaced, order, packages, setting, Worked.byNumber(worked), documents));

        List<OrderLine> lines = worked.stream().map(WorkedLine::line).toList();
        RollUp rollUp = RollUp.of(lines);
        Billing billing = new Billing(order, owners, lines);
        OrderStatus.Axes states = axes.of(rollUp.status(), billing, lines);
        OrderMilestones whole = new OrderMilestones(order, axes, billing, lines);
        Timetable stamps = new Timetable();
        worked.forEach(line -> stamps.add(line.stamps()));
        documents.values().forEach(document -> stamps.add(document.stamps()));
        stamps.add(Stamps.of(whole.of(root, rollUp.status(), stamps.all())));
        Findings findings = new Findings();
        worked.forEach(line -> findings.take(line.findings()));
        findings.ofUnplaced(rows.unplaced());
        findings.ofNames(order, types);

        OrderFacts.HeaderFact captured = root == null ? null : order.header(root);
        OrderStatus status = new OrderStatus(
                root == null ? null : OrderId.of(root),
                root,
                order.membership().identifiers(),
                captured == null ? null : captured.says().customer(),
                captured == null ? null : captured.says().customerPo(),
                setting.terms(),
                rollUp.status(),
                rollUp.complete(),
                rollUp.untracked(),
                states,
                whole.leading(root),
                whole.trailing(root),
                worked.stream().map(WorkedLine::published).toList(),
                packages.listed(),
                stamps.published(),
                findings.types());
        return new Projected(
                root,
                status.orderId(),
                isAwaiting(topmost, order),
                List.copyOf(order.membership().members()),
                status,
                hash(status, worked, packages, stamps),
                stamps.all(),
                findings.all(),
                worked.stream()
                        .flatMap(line -> line.contradictions().stream())
                        .sorted()
                        .distinct()
                        .toList(),
                root != null && Completion.isDone(rollUp, states, lines));
    }

    /** Milestones of the documents; those of {@code before} where nothing they follow from has changed. */
    private static Map<Identifier, Worked.Document> documents(
            OrderFacts order, Packages packages, Milestones milestones, Map<Identifier, Worked.Document> before) {
        Map<Identifier, List<LineFact>> byHome = order.linesByHome();
        Map<Identifier, Worked.Document> documents = new LinkedHashMap<>();
        order.documents().forEach((id, header) -> {
            List<LineFact> rows = byHome.getOrDefault(id, List.of());
            Parcel whole = packages.whole(id);
            Worked.Document known = before.get(id);
            documents.put(
                    id,
                    known != null && known.isOf(header, rows, whole)
                            ? known
                            : new Worked.Document(
                                    header, rows, whole, Stamps.of(milestones.ofDocument(id, header, rows))));
        });
        return documents;
    }

    private static String hash(OrderStatus status, List<WorkedLine> lines, Packages packages, Timetable stamps) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.text()));
        texts.addAll(packages.texts());
        texts.addAll(stamps.texts());
        return ContentHash.of(status, texts);
    }

    private boolean isAwaiting(Identifier topmost, OrderFacts order) {
        return types.namesAnOrder(topmost) && order.header(topmost) == null;
    }
}
