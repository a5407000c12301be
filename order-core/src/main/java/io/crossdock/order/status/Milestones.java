package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Reached;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;

/** When lines and documents reached what is still true of them (R70, R71). */
final class Milestones {

    /** Milestones that say the same as a quantity of the same name. */
    private static final Map<Milestone, Quantity> BY_QUANTITY = Map.of(
            Milestone.BACKORDERED, Quantity.BACKORDERED,
            Milestone.ALLOCATED, Quantity.ALLOCATED,
            Milestone.RELEASED, Quantity.RELEASED,
            Milestone.PICKED, Quantity.PICKED,
            Milestone.PACKED, Quantity.PACKED,
            Milestone.SHIPPED, Quantity.SHIPPED,
            Milestone.DELIVERED, Quantity.DELIVERED,
            Milestone.INVOICED, Quantity.INVOICED,
            Milestone.CANCELLED, Quantity.CANCELLED);

    /** The quantity that a document's own lines must count for, before the document says anything about this order. */
    private static final Map<DocumentType, Quantity> CARRIES = Map.of(
            DocumentType.SHIPMENT, Quantity.SHIPPED,
            DocumentType.WAREHOUSE_ORDER, Quantity.ALLOCATED,
            DocumentType.INVOICE, Quantity.INVOICED);

    private final OrderFacts facts;
    private final Ownership ownership;

    Milestones(OrderFacts facts, Ownership ownership) {
        this.facts = facts;
        this.ownership = ownership;
    }

    /** Stamps of lines and documents, each subject and milestone once, in the published order. */
    List<MilestoneStamp> of(NavigableMap<String, List<LineFact>> lines) {
        List<MilestoneStamp> all = new ArrayList<>();
        lines.forEach((number, rows) ->
                rows.forEach(row -> ofLine("line:" + number, row).forEach(all::add)));
        facts.documents().forEach((id, document) -> ofDocument(id, document).forEach(all::add));
        return firstOfEach(all);
    }

    /** The first by time of each subject and milestone, in the published order. */
    static List<MilestoneStamp> firstOfEach(Collection<MilestoneStamp> stamps) {
        List<MilestoneStamp> once = new ArrayList<>();
        stamps.stream()
                .sorted(MilestoneStamp.PUBLISHED.thenComparing(MilestoneStamp.BY_TIME))
                .forEach(stamp -> {
                    if (once.isEmpty() || MilestoneStamp.PUBLISHED.compare(once.getLast(), stamp) != 0) {
                        once.add(stamp);
                    }
                });
        return List.copyOf(once);
    }

    /** The stamp a fact carries for a milestone; none if it never said when. */
    static Stream<MilestoneStamp> stamp(String subject, Milestone milestone, Fact fact) {
        Reached reached = fact.reached().get(milestone);
        return reached == null
                ? Stream.empty()
                : Stream.of(new MilestoneStamp(
                        subject, milestone, reached, fact.key(), fact.key().connection(), fact.evidence()));
    }

    private Stream<MilestoneStamp> ofLine(String subject, LineFact row) {
        return BY_QUANTITY.entrySet().stream()
                .filter(entry -> ownership.decides(row.fact().key(), entry.getValue(), row.location()))
                .filter(entry -> row.amount(entry.getValue()).signum() > 0)
                .flatMap(entry -> stamp(subject, entry.getKey(), row.fact()));
    }

    private Stream<MilestoneStamp> ofDocument(Identifier id, OrderFacts.DocumentFact document) {
        Quantity carried = CARRIES.get(document.says().type());
        if (carried == null || facts.lines().stream().noneMatch(row -> carries(id, carried, row))) {
            return Stream.empty();
        }
        return BY_QUANTITY.entrySet().stream()
                .filter(entry -> LineFact.hasBeen(document.says(), entry.getValue()))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .flatMap(entry -> stamp(id.toString(), entry.getKey(), document.fact()));
    }

    private boolean carries(Identifier document, Quantity carried, LineFact row) {
        boolean hasUnits = carried == Quantity.ALLOCATED
                ? row.amount(Quantity.ALLOCATED).signum() > 0
                : row.says().quantity() != null && row.says().quantity().signum() > 0;
        return row.home().equals(document)
                && hasUnits
                && ownership.decides(row.fact().key(), carried, row.location());
    }
}
