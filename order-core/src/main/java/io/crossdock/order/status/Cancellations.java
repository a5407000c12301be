package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Collection;

/** What becomes of a wish to cancel, by where each unit stands now and not by when the wish was seen (R62). */
final class Cancellations {

    private Cancellations() {}

    static OrderStatus.Cancellation of(Collection<OrderLine> lines) {
        if (lines.stream().anyMatch(Cancellations::isOnTheRoad)) {
            return OrderStatus.Cancellation.COMPENSATING;
        }
        if (lines.stream().anyMatch(line -> line.askedTooLate().signum() > 0)) {
            return OrderStatus.Cancellation.REFUSED;
        }
        if (lines.stream().anyMatch(Cancellations::reachesPickedUnits)) {
            return OrderStatus.Cancellation.PENDING;
        }
        if (lines.stream().anyMatch(line -> line.pending().signum() > 0)) {
            return OrderStatus.Cancellation.REQUESTED;
        }
        BigDecimal cancelled =
                lines.stream().map(line -> line.of(Quantity.CANCELLED)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (cancelled.signum() == 0) {
            return OrderStatus.Cancellation.NONE;
        }
        return lines.stream()
                        .filter(line -> line.content().kind() != Statement.Line.Kind.TEXT)
                        .allMatch(Cancellations::isFullyCancelled)
                ? OrderStatus.Cancellation.FULL
                : OrderStatus.Cancellation.PARTIAL;
    }

    /** Units asked back that have left: while one of them is not delivered, it can be intercepted. */
    private static boolean isOnTheRoad(OrderLine line) {
        return line.askedTooLate().signum() > 0 && line.of(Quantity.DELIVERED).compareTo(line.of(Quantity.SHIPPED)) < 0;
    }

    private static boolean reachesPickedUnits(OrderLine line) {
        BigDecimal ordered = line.ordered();
        if (ordered == null || line.pending().signum() == 0) {
            return false;
        }
        BigDecimal notPicked = ordered.subtract(line.of(Quantity.CANCELLED)).subtract(line.of(Quantity.PICKED));
        return line.pending().compareTo(notPicked.max(BigDecimal.ZERO)) > 0;
    }

    private static boolean isFullyCancelled(OrderLine line) {
        BigDecimal ordered = line.ordered();
        return ordered != null && line.of(Quantity.CANCELLED).compareTo(ordered) >= 0;
    }
}
