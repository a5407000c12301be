package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The status of one order: the body that is published and hashed, without version and processing stamps.
 *
 * @param orderId public name; null while the order has no root
 * @param root the record that captured the order; null while none is known
 * @param identifiers every identifier of the order and its documents, sorted
 * @param customer customer code of the root's record; null if unknown
 * @param customerPo the customer's purchase order number; null if unknown
 * @param terms what was agreed on beside the goods
 * @param status the roll-up
 * @param complete false while a shippable line, or the quantity of one, is unknown
 * @param untracked true if units are shipped and none of them has a delivery feed
 * @param axes independent states
 * @param leadingMilestone the furthest milestone any unit has reached; null before the first
 * @param trailingMilestone the furthest milestone every unit has reached; null before the first
 * @param lines by line number
 * @param shipments by identifier
 * @param milestones by subject and name
 * @param exceptions types of the exceptions that follow from the facts, sorted, each once
 */
public record OrderStatus(
        @Nullable String orderId,
        @Nullable Identifier root,
        List<Identifier> identifiers,
        @Nullable String customer,
        @Nullable String customerPo,
        Terms terms,
        FulfilmentStatus status,
        boolean complete,
        boolean untracked,
        Axes axes,
        @Nullable Milestone leadingMilestone,
        @Nullable Milestone trailingMilestone,
        List<Line> lines,
        List<Shipment> shipments,
        List<Reach> milestones,
        List<OrderException.Type> exceptions) {

    public OrderStatus {
        identifiers = List.copyOf(identifiers);
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        milestones = List.copyOf(milestones);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * What was agreed on beside the goods.
     *
     * @param currency ISO 4217; null if unknown
     * @param prepaid true if an invoice may come before the shipment
     * @param priority priority class as its source names it; null if none
     * @param requestedDate requested ship date, an ISO local date; null if none
     */
    public record Terms(
            @Nullable String currency,
            boolean prepaid,
            @Nullable String priority,
            @Nullable String requestedDate) {

        /** The requested date; null if there is none, or what the source says is no date. */
        public @Nullable LocalDate requested() {
            try {
                return requestedDate == null ? null : LocalDate.parse(requestedDate);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** Independent states of one order. */
    public record Axes(
            Approval approval,
            FulfilmentStatus fulfilment,
            Billing billing,
            Payment payment,
            Returns returns,
            Cancellation cancellation,
            Hold hold) {}

    /** Has the order been accepted? */
    public enum Approval {
        CAPTURED,
        ACCEPTED,
        REJECTED
    }

    /** How much is invoiced, how much of it credited. */
    public enum Billing {
        NOT_INVOICED,
        PARTIALLY_INVOICED,
        INVOICED,
        PARTIALLY_CREDITED,
        CREDITED
    }

    /** How much is paid; UNKNOWN without a payment feed. */
    public enum Payment {
        UNKNOWN,
        OPEN,
        PARTIALLY_PAID,
        PAID
    }

    /** What comes back. */
    public enum Returns {
        NONE,
        REQUESTED,
        PARTIAL,
        FULL
    }

    /** What became of a wish to cancel. */
    public enum Cancellation {
        NONE,
        REQUESTED,
        PENDING,
        PARTIAL,
        FULL,
        REFUSED,
        COMPENSATING
    }

    /** What stops the order. */
    public enum Hold {
        NONE,
        ORDER,
        CREDIT
    }

    /**
     * One line.
     *
     * @param line number in the root's numbering, or {@code <document>/<number>} for a line the root does not have
     * @param sku article; null if nobody says
     * @param kind what is sold
     * @param unit unit of every quantity; null if nobody says
     * @param price of one unit, in the order's currency; null if nobody says
     * @param known false if the ordered quantity is unknown
     * @param quantities cumulative, trailing zeros stripped; {@code ordered} missing while unknown
     * @param positions exclusive, zero ones left out; empty while {@code ordered} is unknown
     * @param places where its units are to be found
     */
    public record Line(
            String line,
            @Nullable String sku,
            Statement.Line.Kind kind,
            @Nullable String unit,
            @Nullable BigDecimal price,
            boolean known,
            Map<Quantity, BigDecimal> quantities,
            Map<Position, BigDecimal> positions,
            Places places) {

        public Line {
            quantities = Map.copyOf(quantities);
            positions = Map.copyOf(positions);
        }
    }

    /**
     * Where a line is to be found in the documents of the order.
     *
     * @param location where its units come from, as the owner of the content says; null if nobody does
     * @param numbers what sales orders and warehouse orders other than the root call it, sorted
     * @param portions units in the line's unit by shipment, sorted; cancelled shipments left out
     */
    public record Places(
            @Nullable String location, List<Statement.LineRef> numbers, Map<Identifier, BigDecimal> portions) {

        public Places {
            numbers = List.copyOf(numbers);
            portions = Collections.unmodifiableMap(new TreeMap<>(portions));
        }
    }

    /**
     * One shipment.
     *
     * @param id its identifier
     * @param state the least of its packages' states
     * @param carrier carrier code; null if unknown
     * @param tracking tracking numbers of its packages, sorted
     * @param packages by number; empty if none is known
     */
    public record Shipment(
            Identifier id,
            DocumentState state,
            @Nullable String carrier,
            List<String> tracking,
            List<PackageStatus> packages) {

        public Shipment {
            tracking = List.copyOf(tracking);
            packages = List.copyOf(packages);
        }
    }

    /**
     * One package of a shipment.
     *
     * @param number its number within the shipment
     * @param sscc serial shipping container code; null if it has none
     * @param state where it is, by the warehouse and the carrier together
     * @param tracking its tracking numbers, sorted
     */
    public record PackageStatus(String number, @Nullable String sscc, DocumentState state, List<String> tracking) {

        public PackageStatus {
            tracking = List.copyOf(tracking);
        }
    }

    /**
     * A milestone that a subject has reached and that is still in force.
     *
     * @param subject {@code order}, {@code line:<line>} or the identifier of a document
     * @param milestone which one
     * @param occurredAt business time with its original offset
     */
    public record Reach(String subject, Milestone milestone, OffsetDateTime occurredAt) {}
}
