package io.crossdock.local.prove.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The word for a whole order from the sums of its lines, first match wins. No carrier speaks here, so nothing is delivered. */
final class StatusRule {

    private StatusRule() {}

    /** The status; {@code lines} are those that can be shipped. */
    static String of(List<LineTotals> lines) {
        if (lines.isEmpty()) {
            return "OPEN";
        }
        if (some(lines, LineTotals::shipped)) {
            return all(lines, LineTotals::shipped) ? "SHIPPED" : "PARTIALLY_SHIPPED";
        }
        if (lines.stream().allMatch(line -> line.expected().signum() <= 0)) {
            return some(lines, LineTotals::cancelled) ? "CANCELLED" : "CLOSED_SHORT";
        }
        if (all(lines, LineTotals::packedOrLater)) {
            return "PACKED";
        }
        if (some(lines, LineTotals::pickedOrLater)) {
            return "PICKING";
        }
        if (some(lines, LineTotals::releasedOrLater)) {
            return "RELEASED";
        }
        if (all(lines, LineTotals::allocatedOrLater)) {
            return "ALLOCATED";
        }
        if (some(lines, LineTotals::allocatedOrLater)) {
            return "PARTIALLY_ALLOCATED";
        }
        return some(lines, LineTotals::backordered) ? "BACKORDERED" : "OPEN";
    }

    /** Whether part of the order, and not all of it, is cancelled. */
    static boolean isPartlyCancelled(List<LineTotals> lines) {
        return some(lines, LineTotals::cancelled) && !of(lines).equals("CANCELLED");
    }

    private static boolean some(List<LineTotals> lines, Function<LineTotals, BigDecimal> quantity) {
        return lines.stream().anyMatch(line -> quantity.apply(line).signum() > 0);
    }

    private static boolean all(List<LineTotals> lines, Function<LineTotals, BigDecimal> quantity) {
        return some(lines, quantity)
                && lines.stream().allMatch(line -> quantity.apply(line).compareTo(line.expected()) >= 0);
    }
}
