package io.crossdock.order.fact;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fact says. Quantities are decimal in the line's unit; a null means that the row does not say. */
public sealed interface Statement {

    /** Header of an order as one system sees it. {@code ourKey} is set on a copy that we created: never the root. */
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
            @Nullable String ourVersion)
            implements Statement {

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

    /** Header of a document that belongs to an order. {@code finished}: its later deletion is housekeeping. */
    record Document(
            DocumentType type,
            DocumentState state,
            @Nullable String carrier,
            @Nullable String location,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            boolean finished)
            implements Statement {}

    /**
     * A line of an order or of a document. {@code quantity} counts for every state its document has reached;
     * {@code counters} are cumulative counters kept on the line itself. The two are never added.
     */
    record Line(
            String line,
            @Nullable LineRef refersTo,
            @Nullable String sku,
            @Nullable String unit,
            Kind kind,
            Fulfilment fulfilment,
            @Nullable BigDecimal quantity,
            Map<Quantity, BigDecimal> counters,
            boolean closed)
            implements Statement {

        public Line {
            counters = Map.copyOf(counters);
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

    /** A package of a shipment. */
    record Carton(
            String number,
            @Nullable String sscc,
            @Nullable String carrier,
            @Nullable String tracking) implements Statement {}

    /** What a target answered to one outgoing message, or that one is in flight. Never part of the status. */
    record Receipt(
            String target,
            String targetKey,
            OrderVersion version,
            String contentHash,
            Outcome outcome,
            @Nullable String confirmedAt,
            @Nullable String detail,
            @Nullable OrderVersion found)
            implements Statement {

        /** What became of a message. */
        public enum Outcome {
            IN_FLIGHT,
            APPLIED,
            FENCED,
            UNSUPPORTED,
            REJECTED,
            PARKED
        }
    }

    /** An order that was published from a mailbox before the mailbox gained a parent. Never part of the status. */
    record FormerOrder(String orderId, OrderVersion version, String contentHash) implements Statement {}

    /** Says nothing but what its row links to. */
    record Alias() implements Statement {}
}
