package io.crossdock.order.mailbox;

import static io.crossdock.order.fact.Milestone.ACCEPTED;
import static io.crossdock.order.fact.Milestone.ALLOCATED;
import static io.crossdock.order.fact.Milestone.BACKORDERED;
import static io.crossdock.order.fact.Milestone.CANCELLED;
import static io.crossdock.order.fact.Milestone.CAPTURED;
import static io.crossdock.order.fact.Milestone.CREDIT_APPROVED;
import static io.crossdock.order.fact.Milestone.DELIVERED;
import static io.crossdock.order.fact.Milestone.INVOICED;
import static io.crossdock.order.fact.Milestone.PACKED;
import static io.crossdock.order.fact.Milestone.PAID;
import static io.crossdock.order.fact.Milestone.PICKED;
import static io.crossdock.order.fact.Milestone.RELEASED;
import static io.crossdock.order.fact.Milestone.RETURNED;
import static io.crossdock.order.fact.Milestone.SHIPPED;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which milestones one statement claims to be reached, and when. The milestone of the state itself is dated by the row's
 * own time for it, else by the statement's business time, else by the commit at the source. Earlier milestones of the
 * same document are claimed only where the row dates them: no time is invented for a state that was skipped.
 */
public final class Claims {

    private static final List<Milestone> SHIPMENT_LIFE = List.of(RELEASED, PICKED, PACKED, SHIPPED, DELIVERED);
    private static final List<Milestone> WAREHOUSE_ORDER_LIFE = List.of(ALLOCATED, RELEASED);

    private static final Map<Quantity, Milestone> COUNTED = Map.of(
            Quantity.BACKORDERED, BACKORDERED,
            Quantity.ALLOCATED, ALLOCATED,
            Quantity.RELEASED, RELEASED,
            Quantity.PICKED, PICKED,
            Quantity.PACKED, PACKED,
            Quantity.SHIPPED, SHIPPED,
            Quantity.DELIVERED, DELIVERED,
            Quantity.INVOICED, INVOICED,
            Quantity.CANCELLED, CANCELLED);

    private Claims() {}

    /** The milestones the fact claims, with their stamps; empty if it claims none. */
    public static Map<Milestone, Reached> of(Fact fact) {
        Map<Milestone, Reached> claims = new EnumMap<>(Milestone.class);
        for (Milestone milestone : stated(fact)) {
            claims.put(milestone, reached(fact, when(fact, milestone)));
        }
        for (Milestone milestone : passed(fact)) {
            OffsetDateTime dated = fact.times().get(milestone);
            if (dated != null) {
                claims.put(milestone, reached(fact, dated));
            }
        }
        return claims;
    }

    private static Set<Milestone> stated(Fact fact) {
        return switch (fact.statement()) {
            case Statement.OrderHeader header -> ofHeader(header);
            case Statement.Document document -> ofDocument(document);
            case Statement.Line line -> ofCounters(line);
            case Statement.Scan scan -> scan.state() == DocumentState.DELIVERED ? Set.of(DELIVERED) : Set.of();
            case null, default -> Set.of();
        };
    }

    private static Set<Milestone> ofHeader(Statement.OrderHeader header) {
        Set<Milestone> stated = EnumSet.noneOf(Milestone.class);
        switch (header.state()) {
            case CAPTURED -> stated.add(CAPTURED);
            case ACCEPTED, CLOSED -> stated.add(ACCEPTED);
            case CANCELLED -> stated.add(CANCELLED);
            case ON_HOLD -> {}
        }
        if (header.credit() == Statement.OrderHeader.Credit.APPROVED) {
            stated.add(CREDIT_APPROVED);
        }
        return stated;
    }

    private static Set<Milestone> ofDocument(Statement.Document document) {
        return switch (document.type()) {
            case SHIPMENT ->
                switch (document.state()) {
                    case RELEASED, PICKING -> Set.of(RELEASED);
                    case PICKED -> Set.of(PICKED);
                    case PACKED -> Set.of(PACKED);
                    case SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPT_FAILED -> Set.of(SHIPPED);
                    case DELIVERED -> Set.of(DELIVERED);
                    default -> Set.of();
                };
            case WAREHOUSE_ORDER ->
                switch (document.state()) {
                    case ALLOCATED -> Set.of(ALLOCATED);
                    case RELEASED -> Set.of(RELEASED);
                    default -> Set.of();
                };
            case INVOICE -> document.state() == DocumentState.POSTED ? Set.of(INVOICED) : Set.of();
            case PAYMENT -> document.state() == DocumentState.POSTED ? Set.of(PAID) : Set.of();
            case RETURN ->
                switch (document.state()) {
                    case RECEIVED, CLOSED -> Set.of(RETURNED);
                    default -> Set.of();
                };
            default -> Set.of();
        };
    }

    private static Set<Milestone> ofCounters(Statement.Line line) {
        Set<Milestone> stated = EnumSet.noneOf(Milestone.class);
        COUNTED.forEach((quantity, milestone) -> {
            BigDecimal counted = quantity.countedOn(line);
            if (counted != null && counted.signum() > 0) {
                stated.add(milestone);
            }
        });
        return stated;
    }

    /**
     * Milestones that lie before the document's state; a document that went astray has passed all but delivery. A header has
     * passed what it dates, whatever its state: one that is first heard of on hold was captured, and accepted, before.
     */
    private static List<Milestone> passed(Fact fact) {
        if (fact.statement() instanceof Statement.OrderHeader) {
            return List.of(CAPTURED, ACCEPTED);
        }
        if (!(fact.statement() instanceof Statement.Document document)) {
            return List.of();
        }
        List<Milestone> life = document.type() == DocumentType.SHIPMENT
                ? SHIPMENT_LIFE
                : document.type() == DocumentType.WAREHOUSE_ORDER ? WAREHOUSE_ORDER_LIFE : List.of();
        return switch (document.state()) {
            case OPEN, PLANNED, ALLOCATED -> List.of();
            case RELEASED, PICKING -> before(life, RELEASED);
            case PICKED -> before(life, PICKED);
            case PACKED -> before(life, PACKED);
            case SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPT_FAILED -> before(life, SHIPPED);
            case DELIVERED, EXCEPTION, RETURN_TO_SENDER, LOST, RECEIVED, POSTED, CLOSED, CANCELLED ->
                before(life, DELIVERED);
        };
    }

    private static List<Milestone> before(List<Milestone> life, Milestone milestone) {
        int index = life.indexOf(milestone);
        return index < 0 ? life : life.subList(0, index);
    }

    private static OffsetDateTime when(Fact fact, Milestone milestone) {
        OffsetDateTime dated = fact.times().get(milestone);
        if (dated != null) {
            return dated;
        }
        return fact.occurredAt() != null ? fact.occurredAt() : fact.recordedAt().atOffset(ZoneOffset.UTC);
    }

    private static Reached reached(Fact fact, OffsetDateTime occurredAt) {
        return new Reached(
                occurredAt, fact.recordedAt(), fact.landedAt(), fact.version(), fact.origin() == Origin.LIVE);
    }
}
