package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.util.Collection;

/** Whether anything more is expected to happen to an order (R68). */
final class Completion {

    private Completion() {}

    /** True if the order is done, by its status and its axes. */
    static boolean isDone(RollUp rollUp, OrderStatus.Axes axes, Collection<OrderLine> lines) {
        boolean billed =
                axes.billing() == OrderStatus.Billing.INVOICED || axes.billing() == OrderStatus.Billing.CREDITED;
        if (hasNothingToShip(lines)) {
            return billed;
        }
        boolean nothingShipped =
                lines.stream().filter(OrderLine::awaited).noneMatch(line -> line.some(Quantity.SHIPPED));
        return isFulfilled(rollUp)
                && (billed || nothingShipped)
                && isReturned(axes, lines)
                && isDecided(axes.cancellation())
                && axes.hold() == OrderStatus.Hold.NONE;
    }

    /** True if the content is known and none of it can be shipped. */
    private static boolean hasNothingToShip(Collection<OrderLine> lines) {
        return !lines.isEmpty()
                && lines.stream().noneMatch(OrderLine::shippable)
                && lines.stream()
                        .filter(line -> line.content().kind() != Statement.Line.Kind.TEXT)
                        .allMatch(line -> line.ordered() != null);
    }

    private static boolean isFulfilled(RollUp rollUp) {
        return switch (rollUp.status()) {
            case DELIVERED, CLOSED_SHORT, CANCELLED -> true;
            case SHIPPED -> rollUp.untracked();
            default -> false;
        };
    }

    private static boolean isReturned(OrderStatus.Axes axes, Collection<OrderLine> lines) {
        return switch (axes.returns()) {
            case NONE, FULL -> true;
            case REQUESTED, PARTIAL ->
                lines.stream()
                        .allMatch(line ->
                                line.of(Quantity.RETURN_RECEIVED).compareTo(line.of(Quantity.RETURN_REQUESTED)) >= 0);
        };
    }

    private static boolean isDecided(OrderStatus.Cancellation cancellation) {
        return switch (cancellation) {
            case REQUESTED, PENDING, COMPENSATING -> false;
            case NONE, PARTIAL, FULL, REFUSED -> true;
        };
    }
}
