package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line while its figures are put together: what its own rows say, then what its kit or substitute lends.
 *
 * @param number its name in the root's numbering
 * @param content what is sold, as the owner of the content says
 * @param unit unit of every figure; null if nobody names one
 * @param rows every row that counts, in that unit, sorted by key
 * @param contentRows those that decide the content
 * @param leftOut rows whose unit nobody can convert
 * @param ordered null while unknown, which is not zero
 * @param sums cumulative; later ones already count as the earlier ones
 * @param allocatedByOwner units the owner of allocation counts, without what later steps imply
 * @param lost units that left and will not arrive
 * @param untracked shipped units that whoever decides about delivery does not see
 */
record LineFigures(
        String number,
        Statement.Line content,
        @Nullable String unit,
        List<LineFact> rows,
        List<LineFact> contentRows,
        List<LineFact> leftOut,
        @Nullable BigDecimal ordered,
        Map<Quantity, BigDecimal> sums,
        BigDecimal allocatedByOwner,
        BigDecimal lost,
        BigDecimal untracked) {

    /** From the last to the first: a later quantity counts as every earlier one too (R41). */
    static final List<Quantity> CHAIN = List.of(
            Quantity.DELIVERED,
            Quantity.SHIPPED,
            Quantity.PACKED,
            Quantity.PICKED,
            Quantity.RELEASED,
            Quantity.ALLOCATED);

    LineFigures {
        // Read many times for each line, which an EnumMap is made for.
        Map<Quantity, BigDecimal> copy = new EnumMap<>(Quantity.class);
        copy.putAll(sums);
        sums = Collections.unmodifiableMap(copy);
    }

    BigDecimal of(Quantity quantity) {
        return sums.getOrDefault(quantity, BigDecimal.ZERO);
    }

    /** True if a figure of the other line means as much here. */
    boolean isCountedLike(LineFigures other) {
        return unit == null || other.unit == null || unit.equals(other.unit);
    }

    /** The same line, which cannot count the rows of another one. */
    LineFigures leavingOut(LineFigures other) {
        List<LineFact> out =
                Stream.concat(leftOut.stream(), other.rows.stream()).toList();
        return new LineFigures(
                number, content, unit, rows, contentRows, out, ordered, sums, allocatedByOwner, lost, untracked);
    }

    /** The same line with other figures of these quantities. */
    LineFigures with(
            Map<Quantity, BigDecimal> other,
            BigDecimal otherAllocatedByOwner,
            BigDecimal otherLost,
            BigDecimal otherUntracked) {
        Map<Quantity, BigDecimal> all = new EnumMap<>(Quantity.class);
        all.putAll(sums);
        all.putAll(other);
        return new LineFigures(
                number,
                content,
                unit,
                rows,
                contentRows,
                leftOut,
                ordered,
                all,
                otherAllocatedByOwner,
                otherLost,
                otherUntracked);
    }
}
