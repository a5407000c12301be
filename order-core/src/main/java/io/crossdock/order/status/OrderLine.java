package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line with what its owners say about it, before anything is rolled up.
 *
 * @param number its name in the root's numbering
 * @param content what is sold: sku, unit, kind, as the owner of the content says
 * @param unit unit of every figure; null if nobody names one
 * @param coveredByOthers true if it is not waited for itself: components stand for it, or it stands for another line
 * @param tie what it is to another line; null if nothing
 * @param quantities cumulative; later ones already count as the earlier ones
 * @param ordered null while unknown, which is not zero
 * @param confirmed units whose cancellation the owner has confirmed
 * @param asked units somebody wants cancelled, confirmed ones included
 * @param allocatedByOwner units the owner of allocation counts, without what later steps imply
 * @param untracked shipped units that whoever decides about delivery does not see
 * @param lost units that left and will not arrive
 * @param leftOut rows whose unit nobody can convert
 */
record OrderLine(
        String number,
        Statement.Line content,
        @Nullable String unit,
        boolean coveredByOthers,
        Families.@Nullable Tie tie,
        Map<Quantity, BigDecimal> quantities,
        @Nullable BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal asked,
        BigDecimal allocatedByOwner,
        BigDecimal untracked,
        BigDecimal lost,
        List<LineFact> leftOut) {

    OrderLine {
        // Read many times for each line, which an EnumMap is made for.
        Map<Quantity, BigDecimal> copy = new EnumMap<>(Quantity.class);
        copy.putAll(quantities);
        quantities = Collections.unmodifiableMap(copy);
    }

    boolean shippable() {
        return content.kind().shippable();
    }

    /** True if the roll-up waits for its units (R50, R55, R56). */
    boolean awaited() {
        return shippable() && !coveredByOthers;
    }

    boolean is(Statement.Relation.Role role) {
        return tie != null && tie.role() == role;
    }

    BigDecimal of(Quantity quantity) {
        return quantities.getOrDefault(quantity, BigDecimal.ZERO);
    }

    /** Units still to be fulfilled, E: ordered without cancelled and short-closed; null while ordered is unknown. */
    @Nullable
    BigDecimal expected() {
        return ordered == null ? null : ordered.subtract(of(Quantity.CANCELLED)).subtract(of(Quantity.SHORT_CLOSED));
    }

    /** True if every unit that is still expected has got there; false while the quantity is unknown. */
    boolean all(Quantity quantity) {
        BigDecimal expected = expected();
        boolean notWaitedFor = quantity == Quantity.ALLOCATED && isDropShipped();
        return expected != null && (notWaitedFor || of(quantity).compareTo(expected) >= 0);
    }

    /** The vendor's stock is not ours to allocate (R57). */
    private boolean isDropShipped() {
        return content.fulfilment() == Statement.Line.Fulfilment.DROP_SHIP;
    }

    /** True if at least one unit has got there; inside the warehouse only while any unit is still wanted (R52). */
    boolean some(Quantity quantity) {
        BigDecimal expected = expected();
        boolean hasLeft = quantity == Quantity.SHIPPED || quantity == Quantity.DELIVERED;
        return of(quantity).signum() > 0 && (hasLeft || expected == null || expected.signum() > 0);
    }

    /** Units asked to be cancelled that have left already: they stay shipped. */
    BigDecimal askedTooLate() {
        return ordered == null
                ? BigDecimal.ZERO
                : asked.min(ordered)
                        .subtract(ordered.subtract(of(Quantity.SHIPPED)).max(BigDecimal.ZERO))
                        .max(BigDecimal.ZERO);
    }

    /** Units asked to be cancelled that have left and may still be intercepted: the least far gone are meant first. */
    BigDecimal askedOnTheRoad() {
        BigDecimal onTheRoad =
                of(Quantity.SHIPPED).subtract(of(Quantity.DELIVERED)).max(BigDecimal.ZERO);
        return askedTooLate().min(onTheRoad);
    }

    /** Units asked to be cancelled that are still in the warehouse's hands. */
    BigDecimal pending() {
        return ordered == null
                ? BigDecimal.ZERO
                : asked.min(ordered)
                        .subtract(of(Quantity.CANCELLED))
                        .subtract(of(Quantity.SHORT_CLOSED))
                        .subtract(askedTooLate())
                        .max(BigDecimal.ZERO);
    }

    /** Those of them that are picked or packed already, so that the warehouse decides (R47). */
    BigDecimal pendingOnPicked() {
        BigDecimal expected = expected();
        return expected == null
                ? BigDecimal.ZERO
                : pending()
                        .subtract(expected.subtract(of(Quantity.PICKED)).max(BigDecimal.ZERO))
                        .max(BigDecimal.ZERO);
    }
}
