package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line as one row says it, with the header of the document it stands in.
 *
 * @param fact the row
 * @param says what it says
 * @param header header of its document; null if it is a line of an order, or while the header is unknown
 */
record LineFact(Fact fact, Statement.Line says, OrderFacts.@Nullable DocumentFact header) {

    private static final Set<DocumentState> SHIPPED = EnumSet.of(
            DocumentState.SHIPPED,
            DocumentState.IN_TRANSIT,
            DocumentState.OUT_FOR_DELIVERY,
            DocumentState.DELIVERED,
            DocumentState.EXCEPTION,
            DocumentState.ATTEMPT_FAILED);
    private static final Set<DocumentState> PACKED = with(SHIPPED, DocumentState.PACKED);
    private static final Set<DocumentState> PICKED = with(PACKED, DocumentState.PICKED);
    private static final Set<DocumentState> RELEASED =
            with(PICKED, DocumentState.PICKING, DocumentState.RELEASED, DocumentState.CLOSED);
    private static final Set<DocumentState> POSTED = EnumSet.of(DocumentState.POSTED, DocumentState.CLOSED);
    private static final Set<DocumentState> LOST = EnumSet.of(DocumentState.LOST, DocumentState.RETURN_TO_SENDER);

    Identifier home() {
        return fact.home();
    }

    Statement.@Nullable Document document() {
        return header == null ? null : header.says();
    }

    boolean isOf(DocumentType type) {
        return header != null && header.is(type);
    }

    /** Where its units come from: the line's own place, else its document's (R36); null if neither says. */
    @Nullable
    String location() {
        if (says.location() != null || header == null) {
            return says.location();
        }
        return header.says().location();
    }

    /** The ordered quantity the row states; null if unknown. */
    @Nullable
    BigDecimal ordered() {
        return says.counters().getOrDefault(Quantity.ORDERED, says.quantity());
    }

    /**
     * How many units this row says have reached a state: its own counter where it keeps one, else its quantity if its
     * document has reached that state; nothing while the document is unknown or cancelled (R40).
     */
    BigDecimal amount(Quantity quantity) {
        if (header != null && header.isCancelled()) {
            return BigDecimal.ZERO;
        }
        BigDecimal counter = counter(quantity);
        if (counter != null) {
            return counter;
        }
        Statement.Document document = document();
        if (document == null) {
            return BigDecimal.ZERO;
        }
        if (document.type() == DocumentType.WAREHOUSE_ORDER) {
            return quantity == Quantity.RELEASED && RELEASED.contains(document.state())
                    ? orZero(counter(Quantity.ALLOCATED))
                    : BigDecimal.ZERO;
        }
        return hasReached(document, quantity) ? orZero(says.quantity()) : BigDecimal.ZERO;
    }

    /** What the row's counter says has been done; null if it keeps none, or only a rest of it knows not what (R37). */
    @Nullable
    BigDecimal counter(Quantity quantity) {
        return quantity.countedOn(says);
    }

    /** Units that left and will not arrive: they cover nothing any more (R44). */
    BigDecimal lost() {
        return header != null
                        && header.is(DocumentType.SHIPMENT)
                        && LOST.contains(header.says().state())
                ? orZero(says.quantity())
                : BigDecimal.ZERO;
    }

    /** True if the document has been in this state, be its units lost since or not. */
    static boolean hasBeen(Statement.Document document, Quantity quantity) {
        boolean lostAfterwards = document.type() == DocumentType.SHIPMENT
                && LOST.contains(document.state())
                && quantity != Quantity.DELIVERED;
        return lostAfterwards || hasReached(document, quantity);
    }

    /** True if a document of this type and state counts for the quantity. */
    static boolean hasReached(Statement.Document document, Quantity quantity) {
        DocumentState state = document.state();
        return switch (document.type()) {
            case SHIPMENT ->
                switch (quantity) {
                    case RELEASED -> state != DocumentState.CLOSED && RELEASED.contains(state);
                    case PICKED -> PICKED.contains(state);
                    case PACKED -> PACKED.contains(state);
                    case SHIPPED -> SHIPPED.contains(state);
                    case DELIVERED -> state == DocumentState.DELIVERED;
                    default -> false;
                };
            case WAREHOUSE_ORDER ->
                switch (quantity) {
                    case ALLOCATED -> state == DocumentState.ALLOCATED || RELEASED.contains(state);
                    case RELEASED -> RELEASED.contains(state);
                    default -> false;
                };
            case INVOICE -> quantity == Quantity.INVOICED && POSTED.contains(state);
            case CREDIT_MEMO -> quantity == Quantity.CREDITED && POSTED.contains(state);
            case DELIVERY, RETURN, CANCEL_REQUEST, HOLD, PAYMENT, CONFIRMATION -> false;
        };
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return Objects.requireNonNullElse(value, BigDecimal.ZERO);
    }

    private static Set<DocumentState> with(Set<DocumentState> set, DocumentState... more) {
        Set<DocumentState> larger = EnumSet.copyOf(set);
        larger.addAll(Set.of(more));
        return larger;
    }
}
