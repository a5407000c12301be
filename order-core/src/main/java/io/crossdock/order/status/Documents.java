package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.util.EnumSet;
import java.util.Set;

/** Which quantities the units on a document count for, by the document's type and state (R40). */
final class Documents {

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
    private static final Set<DocumentState> RECEIVED = EnumSet.of(DocumentState.RECEIVED, DocumentState.CLOSED);

    private Documents() {}

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
            case INVOICE -> quantity == Quantity.INVOICED && isPosted(document);
            case CREDIT_MEMO -> quantity == Quantity.CREDITED && isPosted(document);
            case RETURN ->
                switch (quantity) {
                    case RETURN_REQUESTED -> state != DocumentState.CANCELLED;
                    case RETURN_RECEIVED -> RECEIVED.contains(state);
                    default -> false;
                };
            case DELIVERY, CANCEL_REQUEST, HOLD, PAYMENT, CONFIRMATION -> false;
        };
    }

    /** True if the document has been in this state, be its units lost since or not. */
    static boolean hasBeen(Statement.Document document, Quantity quantity) {
        boolean lostAfterwards = document.type() == DocumentType.SHIPMENT
                && ShipmentLife.isAstray(document.state())
                && quantity != Quantity.DELIVERED
                && quantity != Quantity.RETURN_RECEIVED;
        return lostAfterwards || hasReached(document, quantity);
    }

    /** True once a document of money counts. */
    static boolean isPosted(Statement.Document document) {
        return POSTED.contains(document.state());
    }

    /** True once a warehouse order has been released to picking. */
    static boolean isReleased(DocumentState state) {
        return RELEASED.contains(state);
    }

    /** True if units nobody ordered make a line of their own when they stand on such a document (R33). */
    static boolean bringsGoods(DocumentType type) {
        return switch (type) {
            case WAREHOUSE_ORDER, SHIPMENT, DELIVERY, INVOICE -> true;
            case CREDIT_MEMO, RETURN, CANCEL_REQUEST, HOLD, PAYMENT, CONFIRMATION -> false;
        };
    }

    private static Set<DocumentState> with(Set<DocumentState> set, DocumentState... more) {
        Set<DocumentState> larger = EnumSet.copyOf(set);
        larger.addAll(Set.of(more));
        return larger;
    }
}
