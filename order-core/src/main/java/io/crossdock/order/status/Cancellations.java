package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Collection;

/** What becomes of a wish to cancel, by where each unit stands now and not by when the wish was seen (R62). */
final class Cancellations {

    private Cancellations() {}

    static OrderStatus.Cancellation of(Collection<OrderLine> lines) {
        if (lines.stream().anyMatch(line -> line.askedOnTheRoad().signum() > 0)) {
            return OrderStatus.Cancellation.COMPENSATING;
        }
        if (lines.stream().anyMatch(line -> line.askedTooLate().signum() > 0)) {
            return OrderStatus.Cancellation.REFUSED;
        }
        if (lines.stream().anyMatch(line -> line.pendingOnPicked().signum() > 0)) {
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
                        .filter(line -> !line.is(Statement.Relation.Role.SUBSTITUTE_FOR))
                        .allMatch(Cancellations::isFullyCancelled)
                ? OrderStatus.Cancellation.FULL
                : OrderStatus.Cancellation.PARTIAL;
    }

    private static boolean isFullyCancelled(OrderLine line) {
        BigDecimal ordered = line.ordered();
        return ordered != null && line.of(Quantity.CANCELLED).compareTo(ordered) >= 0;
    }
}
