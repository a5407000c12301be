package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * One word for a whole order, first match wins (R50 to R54).
 *
 * @param status the word
 * @param complete false while a shippable line, or the quantity of one, is unknown
 * @param untracked true if units are shipped and none of them has a delivery feed
 */
record RollUp(FulfilmentStatus status, boolean complete, boolean untracked) {

    static RollUp of(Collection<OrderLine> lines) {
        List<OrderLine> awaited = lines.stream().filter(OrderLine::awaited).toList();
        boolean known = awaited.stream().allMatch(line -> line.ordered() != null);
        BigDecimal shipped = total(awaited, Quantity.SHIPPED);
        BigDecimal untracked = awaited.stream().map(OrderLine::untracked).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RollUp(
                new Rows(awaited).firstMatch(),
                !lines.isEmpty() && known,
                shipped.signum() > 0 && untracked.compareTo(shipped) >= 0);
    }

    /** True if every shippable unit still expected is there, and at least one is. */
    static boolean all(Collection<OrderLine> lines, Quantity quantity) {
        List<OrderLine> awaited = lines.stream().filter(OrderLine::awaited).toList();
        return new Rows(awaited).all(quantity);
    }

    /** True if at least one shippable unit is there. */
    static boolean some(Collection<OrderLine> lines, Quantity quantity) {
        return lines.stream().filter(OrderLine::awaited).anyMatch(line -> line.some(quantity));
    }

    private static BigDecimal total(Collection<OrderLine> lines, Quantity quantity) {
        return lines.stream().map(line -> line.of(quantity)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rows of the table, over the lines that are waited for. */
    private record Rows(List<OrderLine> lines) {

        FulfilmentStatus firstMatch() {
            if (nothingIsExpected()) {
                return total(lines, Quantity.CANCELLED).signum() > 0
                        ? FulfilmentStatus.CANCELLED
                        : FulfilmentStatus.CLOSED_SHORT;
            }
            if (allDelivered()) {
                return FulfilmentStatus.DELIVERED;
            }
            if (some(Quantity.DELIVERED)) {
                return FulfilmentStatus.PARTIALLY_DELIVERED;
            }
            if (all(Quantity.SHIPPED)) {
                return FulfilmentStatus.SHIPPED;
            }
            return some(Quantity.SHIPPED) ? FulfilmentStatus.PARTIALLY_SHIPPED : insideTheWarehouse();
        }

        private FulfilmentStatus insideTheWarehouse() {
            if (all(Quantity.PACKED)) {
                return FulfilmentStatus.PACKED;
            }
            if (some(Quantity.PICKED)) {
                return FulfilmentStatus.PICKING;
            }
            if (some(Quantity.RELEASED)) {
                return FulfilmentStatus.RELEASED;
            }
            if (all(Quantity.ALLOCATED)) {
                return FulfilmentStatus.ALLOCATED;
            }
            if (some(Quantity.ALLOCATED)) {
                return FulfilmentStatus.PARTIALLY_ALLOCATED;
            }
            return some(Quantity.BACKORDERED) ? FulfilmentStatus.BACKORDERED : FulfilmentStatus.OPEN;
        }

        private boolean nothingIsExpected() {
            BigDecimal withdrawn = total(lines, Quantity.CANCELLED).add(total(lines, Quantity.SHORT_CLOSED));
            return withdrawn.signum() > 0
                    && total(lines, Quantity.SHIPPED).signum() == 0
                    && lines.stream().allMatch(line -> {
                        BigDecimal expected = line.expected();
                        return expected != null && expected.signum() <= 0;
                    });
        }

        private boolean allDelivered() {
            return some(Quantity.DELIVERED) && lines.stream().allMatch(Rows::isDelivered);
        }

        /** Untracked units never arrive by themselves; they only cover the rest once every tracked one has arrived. */
        private static boolean isDelivered(OrderLine line) {
            if (line.all(Quantity.DELIVERED)) {
                return true;
            }
            BigDecimal expected = line.expected();
            BigDecimal delivered = line.of(Quantity.DELIVERED);
            boolean trackedArrived = delivered.add(line.untracked()).compareTo(line.of(Quantity.SHIPPED)) >= 0;
            return expected != null
                    && trackedArrived
                    && delivered.add(line.untracked()).compareTo(expected) >= 0;
        }

        boolean all(Quantity quantity) {
            return some(quantity) && lines.stream().allMatch(line -> line.all(quantity));
        }

        private boolean some(Quantity quantity) {
            return lines.stream().anyMatch(line -> line.some(quantity));
        }
    }
}
