package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line with what its owners say about it, before anything is rolled up.
 *
 * @param number its name in the root's numbering
 * @param content what is sold: sku, unit, kind, as the owner of the content says
 * @param quantities cumulative; later ones already count as the earlier ones
 * @param ordered null while unknown, which is not zero
 * @param confirmed units whose cancellation the owner has confirmed
 * @param asked units somebody wants cancelled, confirmed ones included
 * @param untracked shipped units without a delivery feed
 * @param lost units that left and will not arrive
 */
record OrderLine(
        String number,
        Statement.Line content,
        Map<Quantity, BigDecimal> quantities,
        @Nullable BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal asked,
        BigDecimal untracked,
        BigDecimal lost) {

    OrderLine {
        quantities = Map.copyOf(quantities);
    }

    boolean shippable() {
        return content.kind().shippable();
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
        return expected != null && of(quantity).compareTo(expected) >= 0;
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

    /** Units asked to be cancelled that are still in the warehouse's hands. */
    BigDecimal pending() {
        return ordered == null
                ? BigDecimal.ZERO
                : asked.min(ordered)
                        .subtract(of(Quantity.CANCELLED))
                        .subtract(askedTooLate())
                        .max(BigDecimal.ZERO);
    }
}
