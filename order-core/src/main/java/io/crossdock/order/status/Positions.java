package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives each ordered unit of a line exactly one place (R43). */
final class Positions {

    private record Step(Position position, Quantity reached, Quantity next) {}

    private static final List<Step> STEPS = List.of(
            new Step(Position.IN_TRANSIT, Quantity.SHIPPED, Quantity.DELIVERED),
            new Step(Position.PACKED, Quantity.PACKED, Quantity.SHIPPED),
            new Step(Position.PICKED, Quantity.PICKED, Quantity.PACKED),
            new Step(Position.RELEASED, Quantity.RELEASED, Quantity.PICKED),
            new Step(Position.ALLOCATED, Quantity.ALLOCATED, Quantity.RELEASED));

    private final Map<Position, BigDecimal> taken = new EnumMap<>(Position.class);
    private BigDecimal left;

    private Positions(BigDecimal ordered) {
        this.left = ordered;
    }

    /** Positions of a line, zero ones left out; empty while the ordered quantity is unknown. */
    static Map<Position, BigDecimal> of(OrderLine line) {
        if (line.ordered() == null) {
            return Map.of();
        }
        Positions positions = new Positions(line.ordered());
        positions.take(Position.CANCELLED, line.of(Quantity.CANCELLED));
        positions.take(Position.SHORT_CLOSED, line.of(Quantity.SHORT_CLOSED));
        positions.take(Position.DELIVERED, line.of(Quantity.DELIVERED));
        for (Step step : STEPS) {
            positions.take(step.position, line.of(step.reached).subtract(line.of(step.next)));
        }
        positions.take(Position.LOST, line.lost());
        positions.take(Position.BACKORDERED, line.of(Quantity.BACKORDERED));
        positions.take(Position.OPEN, positions.left);
        return Map.copyOf(positions.taken);
    }

    /** True if they sum to what was ordered; they cannot where a source counts below zero. */
    static boolean sumUp(OrderLine line) {
        boolean negative = line.quantities().values().stream().anyMatch(quantity -> quantity.signum() < 0);
        BigDecimal sum = of(line).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return !negative && (line.ordered() == null || sum.compareTo(line.ordered()) == 0);
    }

    private void take(Position position, BigDecimal wanted) {
        BigDecimal units = wanted.min(left).max(BigDecimal.ZERO);
        if (units.signum() > 0) {
            taken.put(position, units);
            left = left.subtract(units);
        }
    }
}
