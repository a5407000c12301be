package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line as one row says it, with the header of the document it stands in.
 *
 * @param fact the row
 * @param says what it says
 * @param header header of its document; null if it is a line of an order, or while the header is unknown
 * @param parcel the package that holds its units; null if it stands in no shipment, or is not placed yet
 * @param decided the quantities that its entity decides where it stands
 */
record LineFact(
        Fact fact,
        Statement.Line says,
        OrderFacts.@Nullable DocumentFact header,
        @Nullable Parcel parcel,
        Set<Quantity> decided) {

    /** A row as it is heard: not placed in a package, and nobody's word yet. */
    static LineFact heard(Fact fact, Statement.Line says, OrderFacts.@Nullable DocumentFact header) {
        return new LineFact(fact, says, header, null, Set.of());
    }

    LineFact placed(@Nullable Parcel holder, Set<Quantity> quantities) {
        return new LineFact(fact, says, header, holder, quantities);
    }

    /** True if it stands before the row in the order of keys; the two may be of different times. */
    boolean isAheadOf(LineFact row) {
        return !fact.isVery(row.fact) && fact.key().compareTo(row.fact.key()) < 0;
    }

    /** True if it is this row, in this package, with this word. */
    @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
    boolean isPlaced(LineFact row, @Nullable Parcel holder, Set<Quantity> quantities) {
        return fact.isVery(row.fact) && header == row.header && parcel == holder && decided == quantities;
    }

    /** True if the row's word counts for the quantity. */
    boolean decides(Quantity quantity) {
        return decided.contains(quantity);
    }

    LineFact saying(Statement.Line other) {
        return new LineFact(fact, other, header, parcel, decided);
    }

    Identifier home() {
        return fact.home();
    }

    boolean isOf(DocumentType type) {
        return header != null && header.is(type);
    }

    boolean isOfCancelledDocument() {
        return header != null && header.isCancelled();
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

    /** The ordered quantity the row states, zero while unknown. */
    BigDecimal orderedOrZero() {
        return orZero(ordered());
    }

    /** Its units, zero while unknown. */
    BigDecimal units() {
        return orZero(says.quantity());
    }

    /**
     * How many units this row says have reached a state: its own counter where it keeps one, else its quantity if its
     * document has reached that state; nothing while the document is unknown or cancelled (R40).
     */
    BigDecimal amount(Quantity quantity) {
        if (isOfCancelledDocument()) {
            return BigDecimal.ZERO;
        }
        BigDecimal counter = quantity.countedOn(says);
        if (counter != null) {
            return counter;
        }
        if (header == null) {
            return BigDecimal.ZERO;
        }
        if (header.is(DocumentType.WAREHOUSE_ORDER)) {
            return quantity == Quantity.RELEASED
                            && Documents.isReleased(header.says().state())
                    ? orZero(Quantity.ALLOCATED.countedOn(says))
                    : BigDecimal.ZERO;
        }
        return hasReached(quantity, header.says()) ? units() : BigDecimal.ZERO;
    }

    private boolean hasReached(Quantity quantity, Statement.Document document) {
        if (document.type() != DocumentType.SHIPMENT || parcel == null) {
            return Documents.hasReached(document, quantity);
        }
        if (parcel.isAstray()) {
            return false;
        }
        // What the warehouse gave up for lost and the carrier found again has left the house.
        boolean found = ShipmentLife.isAstray(document.state());
        return found ? quantity != Quantity.DELIVERED : Documents.hasReached(document, quantity);
    }

    /** Units that left and will not arrive: they cover nothing any more (R44). */
    BigDecimal lost() {
        return parcel != null && parcel.isAstray() && !isOfCancelledDocument() ? units() : BigDecimal.ZERO;
    }

    /** Units that a scan says have arrived. */
    BigDecimal scannedAsDelivered() {
        return parcel != null && parcel.delivered() && !isOfCancelledDocument() ? units() : BigDecimal.ZERO;
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return Objects.requireNonNullElse(value, BigDecimal.ZERO);
    }
}
