package io.crossdock.order.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fact says. Quantities are decimal in the line's unit; a null means that the row does not say. */
public sealed interface Statement {

    /**
     * Header of an order as one system sees it.
     *
     * @param state its state there
     * @param credit the decision on credit; null where the system does not decide it
     * @param customer customer code in the stating system; null if unknown
     * @param customerPo the customer's purchase order number: evidence, never an identity; null if unknown
     * @param currency ISO 4217; null if unknown
     * @param prepaid true if the terms allow an invoice before shipment
     * @param priority priority class as the source names it; null if none
     * @param requestedDate requested ship date, an ISO local date; null if none
     * @param ourKey our own key on a copy that we created, which is never the root; null on any other record
     * @param mark what a target's record shows of what it was told; null if it shows nothing of ours
     * @param company company within the distributor; ownership may differ by it; null where there is only one
     */
    record OrderHeader(
            State state,
            @Nullable Credit credit,
            @Nullable String customer,
            @Nullable String customerPo,
            @Nullable String currency,
            boolean prepaid,
            @Nullable String priority,
            @Nullable String requestedDate,
            @Nullable String ourKey,
            @Nullable Mark mark,
            @Nullable String company)
            implements Statement {

        /** A header of a distributor with one company. */
        public OrderHeader(
                State state,
                @Nullable Credit credit,
                @Nullable String customer,
                @Nullable String customerPo,
                @Nullable String currency,
                boolean prepaid,
                @Nullable String priority,
                @Nullable String requestedDate,
                @Nullable String ourKey,
                @Nullable Mark mark) {
            this(state, credit, customer, customerPo, currency, prepaid, priority, requestedDate, ourKey, mark, null);
        }

        /** State of an order in the system that states it. */
        public enum State {
            CAPTURED,
            ACCEPTED,
            ON_HOLD,
            CANCELLED,
            CLOSED
        }

        /** Decision on credit. */
        public enum Credit {
            PENDING,
            APPROVED,
            REFUSED
        }
    }

    /**
     * Header of a document that belongs to an order.
     *
     * @param type what kind of document
     * @param state its state
     * @param carrier carrier code as the source names it; null if unknown
     * @param location fulfilling location; null if unknown
     * @param amount total, never summed across currencies; null if the document has none
     * @param currency ISO 4217; null if unknown
     * @param finished true if its later deletion is housekeeping
     * @param reason why it exists, as the source names it: {@code credit} on a hold; null if none
     */
    record Document(
            DocumentType type,
            DocumentState state,
            @Nullable String carrier,
            @Nullable String location,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            boolean finished,
            @Nullable String reason)
            implements Statement {

        /** A document without a reason of its own. */
        public Document(
                DocumentType type,
                DocumentState state,
                @Nullable String carrier,
                @Nullable String location,
                @Nullable BigDecimal amount,
                @Nullable String currency,
                boolean finished) {
            this(type, state, carrier, location, amount, currency, finished, null);
        }
    }

    /**
     * A line of an order or of a document. {@code quantity} counts for every state its document has reached;
     * {@code counters} are counters kept on the line itself. The two are never added.
     *
     * @param line number within the row's own document; {@code *} on a cancel request: every line of the order
     * @param refersTo the line it fulfils or copies; null if the row names none
     * @param relation what it is to another line of its own document; null if nothing
     * @param sku article; null if the row does not say
     * @param unit unit of every quantity of the row; null if the row does not say
     * @param factors how many of one common unit a unit holds, by unit, for example EA 1 and CS 12; empty if not said
     * @param kind what is sold
     * @param fulfilment where its units come from
     * @param location where they come from, if it is not its document's; null if the row does not say
     * @param carton number of the package, within its document, that holds its units; null if not said
     * @param quantity units on this line; null if unknown, which is not zero
     * @param counters by quantity; cumulative unless {@code remaining}
     * @param remaining true if the counters say what is still to be done rather than what has been
     * @param closed true if the line is final: what is not shipped is short-closed
     * @param price of one unit, in the currency of the order; null if the row does not say
     */
    record Line(
            String line,
            @Nullable LineRef refersTo,
            @Nullable Relation relation,
            @Nullable String sku,
            @Nullable String unit,
            Map<String, BigDecimal> factors,
            Kind kind,
            Fulfilment fulfilment,
            @Nullable String location,
            @Nullable String carton,
            @Nullable BigDecimal quantity,
            Map<Quantity, BigDecimal> counters,
            boolean remaining,
            boolean closed,
            @Nullable BigDecimal price)
            implements Statement {

        public Line {
            factors = Map.copyOf(factors);
            counters = Map.copyOf(counters);
        }

        /** A line that stands for itself, in one unit, with cumulative counters. */
        public Line(
                String line,
                @Nullable LineRef refersTo,
                @Nullable String sku,
                @Nullable String unit,
                Kind kind,
                Fulfilment fulfilment,
                @Nullable BigDecimal quantity,
                Map<Quantity, BigDecimal> counters,
                boolean closed) {
            this(
                    line,
                    refersTo,
                    null,
                    sku,
                    unit,
                    Map.of(),
                    kind,
                    fulfilment,
                    null,
                    null,
                    quantity,
                    counters,
                    false,
                    closed,
                    null);
        }

        /** What is sold on the line. */
        public enum Kind {
            GOODS,
            KIT,
            COMPONENT,
            SERVICE,
            TEXT;

            /** True if units of it can be shipped. */
            public boolean shippable() {
                return this == GOODS || this == KIT || this == COMPONENT;
            }
        }

        /** Where its units come from. */
        public enum Fulfilment {
            STOCK,
            DROP_SHIP,
            PICKUP,
            TRANSFER
        }
    }

    /** The line of another document that a line fulfils or copies. */
    record LineRef(Identifier document, String line) {}

    /** What a line is to another line of its own document. */
    record Relation(Role role, String line) {

        /** Kind of relation. */
        public enum Role {
            /** A component of the kit on that line. */
            COMPONENT_OF,
            /** Sent instead of the article on that line. */
            SUBSTITUTE_FOR
        }
    }

    /**
     * A package of a shipment.
     *
     * @param number its number within the shipment
     * @param sscc serial shipping container code; null if it has none
     * @param carrier carrier code; null if unknown
     * @param tracking tracking numbers, one for each carrier or leg, without order
     */
    record Carton(
            String number, @Nullable String sscc, @Nullable String carrier, Set<String> tracking) implements Statement {

        public Carton {
            tracking = Set.copyOf(tracking);
        }
    }

    /**
     * What a carrier saw of one package; its home is the tracking number.
     *
     * @param state where the package is
     * @param code the carrier's own code; null if none
     * @param place where it was seen; null if not said
     */
    record Scan(
            DocumentState state,
            @Nullable String code,
            @Nullable String place) implements Statement {}

    /**
     * What a target answered to one outgoing message, or that one is in flight. Never part of the status.
     *
     * @param target connection, or {@code notify}
     * @param targetKey key of the record in the target
     * @param version version of the message
     * @param contentHash hash of its payload
     * @param outcome what became of it
     * @param confirmedAt when the target answered, by its clock, RFC 3339; null while it has not
     * @param detail what it said; null if nothing
     * @param found version it holds, if that is why the message was not applied; else null
     * @param effect key of the effect the message asked for; null if it was a state
     * @param calledAt when the target was first called about it, by the sink's clock, RFC 3339; null if it was not
     * @param answeredAt when the sink had the answer, by its own clock, RFC 3339; null if it did not call. A server may date its answer with
     *     the begin of its work
     */
    record Receipt(
            String target,
            String targetKey,
            OrderVersion version,
            String contentHash,
            Outcome outcome,
            @Nullable String confirmedAt,
            @Nullable String detail,
            @Nullable OrderVersion found,
            @Nullable String effect,
            @Nullable String calledAt,
            @Nullable String answeredAt)
            implements Statement {

        /** Of a message about which the target was not called, as far as is known. */
        public Receipt(
                String target,
                String targetKey,
                OrderVersion version,
                String contentHash,
                Outcome outcome,
                @Nullable String confirmedAt,
                @Nullable String detail,
                @Nullable OrderVersion found,
                @Nullable String effect) {
            this(target, targetKey, version, contentHash, outcome, confirmedAt, detail, found, effect, null, null);
        }

        /** Of a message that was a state. */
        public Receipt(
                String target,
                String targetKey,
                OrderVersion version,
                String contentHash,
                Outcome outcome,
                @Nullable String confirmedAt,
                @Nullable String detail,
                @Nullable OrderVersion found) {
            this(target, targetKey, version, contentHash, outcome, confirmedAt, detail, found, null);
        }

        /** What became of a message. */
        public enum Outcome {
            IN_FLIGHT,
            APPLIED,
            FENCED,
            UNSUPPORTED,
            REJECTED,
            PARKED,
            /** Never asked for: somebody else did it before the target went live. */
            LEFT
        }
    }

    /**
     * An order was published, of which the mailbox that states it is the root. Never part of a status.
     *
     * @param orderId its name
     * @param version the highest version of its record
     * @param contentHash hash of that status; empty if the record was ended, or its word taken back
     * @param by the mailbox whose word its record is; null if that was taken back
     * @param shown true if its record is a status, false if it was ended
     */
    record FormerOrder(
            String orderId,
            OrderVersion version,
            String contentHash,
            @Nullable Identifier by,
            boolean shown) implements Statement {}

    /**
     * What a target's record shows of what it was told.
     *
     * @param version version it carries; {@code 0.0} if none
     * @param contentHash hash of the values that are ours to write; empty if the row does not tell them
     */
    record Mark(OrderVersion version, String contentHash) {}

    /**
     * A target's own row that is what we told it: it closes the loop even if the answer was lost. Never part of a status.
     *
     * @param targetKey key of the record it was told about
     * @param mark what it shows
     * @param effect key of the effect it asks for; null if it is a state
     */
    record Shown(String targetKey, Mark mark, @Nullable String effect) implements Statement {}

    /** Says nothing but what its row links to. */
    record Alias() implements Statement {}
}
