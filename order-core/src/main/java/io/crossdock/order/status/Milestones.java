package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When lines and documents reached what is still true of them (R70, R71, R74). */
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
            Milestone.RETURNED, Quantity.RETURN_RECEIVED,
            Milestone.CANCELLED, Quantity.CANCELLED);

    /** The quantity that a document's own lines must count for, before the document says anything about this order. */
    private static final Map<DocumentType, Quantity> CARRIES = Map.of(
            DocumentType.SHIPMENT, Quantity.SHIPPED,
            DocumentType.WAREHOUSE_ORDER, Quantity.ALLOCATED,
            DocumentType.RETURN, Quantity.RETURN_REQUESTED,
            DocumentType.INVOICE, Quantity.INVOICED);

    private final Ownership ownership;
    private final Packages packages;

    Milestones(Ownership ownership, Packages packages) {
        this.ownership = ownership;
        this.packages = packages;
    }

    /** Stamps of a line, each milestone once, in the published order; {@code rows} are all that speak of it. */
    List<MilestoneStamp> ofLine(OrderLine line, List<LineFact> rows) {
        // A line that the customer collects.
        boolean collected = line.content().fulfilment() == Statement.Line.Fulfilment.PICKUP;
        String subject = "line:" + line.number();
        List<MilestoneStamp> all = new ArrayList<>();
        for (LineFact row : rows) {
            ofRow(subject, row).forEach(all::add);
            arrival(subject, row, collected).forEach(all::add);
        }
        return firstOfEach(all);
    }

    /** Stamps of a document, each milestone once, in the published order; {@code rows} are all that stand in it. */
    List<MilestoneStamp> ofDocument(Identifier id, OrderFacts.DocumentFact document, List<LineFact> rows) {
        return firstOfEach(documentStamps(id, document, rows).toList());
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

    private Stream<MilestoneStamp> ofRow(String subject, LineFact row) {
        if (row.fact().reached().isEmpty()) {
            return Stream.empty();
        }
        return BY_QUANTITY.entrySet().stream()
                .filter(entry -> row.fact().reached().containsKey(entry.getKey()))
                .filter(entry -> row.decides(entry.getValue()))
                .filter(entry -> row.amount(entry.getValue()).signum() > 0)
                .flatMap(entry -> stamp(subject, entry.getKey(), row.fact()));
    }

    /** A line arrives with the first package of it that does, or is handed over when its shipment leaves the counter. */
    private Stream<MilestoneStamp> arrival(String subject, LineFact row, boolean collected) {
        Parcel parcel = row.parcel();
        if (parcel == null || !row.decides(Quantity.SHIPPED)) {
            return Stream.empty();
        }
        if (collected && row.header() != null && row.amount(Quantity.SHIPPED).signum() > 0) {
            return stamp(subject, Milestone.SHIPPED, row.header().fact())
                    .map(stamp -> stamp.about(subject, Milestone.DELIVERED));
        }
        return row.scannedAsDelivered().signum() > 0
                ? Stream.ofNullable(parcel.arrival()).map(stamp -> stamp.about(subject, Milestone.DELIVERED))
                : Stream.empty();
    }

    private Stream<MilestoneStamp> documentStamps(
            Identifier id, OrderFacts.DocumentFact document, List<LineFact> rows) {
        if (document.is(DocumentType.PAYMENT)) {
            return Documents.isPosted(document.says())
                    ? stamp(id.toString(), Milestone.PAID, document.fact())
                    : Stream.empty();
        }
        Quantity carried = CARRIES.get(document.says().type());
        if (carried == null || rows.stream().noneMatch(row -> carries(carried, row))) {
            return Stream.empty();
        }
        Parcel whole = packages.whole(id);
        Stream<MilestoneStamp> scanned =
                whole != null && whole.delivered() ? Stream.ofNullable(whole.arrival()) : Stream.empty();
        return Stream.concat(
                scanned,
                BY_QUANTITY.entrySet().stream()
                        .filter(entry -> Documents.hasBeen(document.says(), entry.getValue()))
                        .filter(entry -> entry.getKey() != Milestone.DELIVERED || decidesArrival(document))
                        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                        .flatMap(entry -> stamp(id.toString(), entry.getKey(), document.fact())));
    }

    /** Where somebody else decides what is delivered, the document's own word for it is a view. */
    private boolean decidesArrival(OrderFacts.DocumentFact document) {
        Statement.Document says = document.says();
        return !ownership.hasOwner(Quantity.DELIVERED, says.location())
                || ownership.isWith(document.fact().key().connection(), Quantity.DELIVERED, says.location());
    }

    private boolean carries(Quantity carried, LineFact row) {
        boolean hasUnits = carried == Quantity.ALLOCATED
                ? row.amount(Quantity.ALLOCATED).signum() > 0
                : row.units().signum() > 0;
        boolean decides = row.decides(carried)
                || (carried == Quantity.RETURN_REQUESTED && !ownership.hasOwner(carried, row.location()));
        return hasUnits && decides;
    }
}
