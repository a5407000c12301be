package io.crossdock.worlds.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The unit a line is told in: the office's own, unless somebody wrote down a number of pieces that is no finite decimal of
 * it; then pieces.
 */
final class CountingUnit {

    private final SaleLine line;
    private final boolean inPieces;
    private final boolean strange;

    CountingUnit(SaleLine line, List<ErpLine> entered, List<Shipment> shipments) {
        this.line = line;
        List<WarehouseLine> counters = entered.stream()
                .flatMap(erpLine -> erpLine.order.warehouseOrders.stream()
                        .filter(order -> !order.deleted)
                        .flatMap(order -> order.lines.stream())
                        .filter(counter -> counter.erpLine == erpLine))
                .toList();
        List<ShipmentLine> shipped = shipments.stream()
                .flatMap(shipment -> shipment.lines.stream())
                .filter(shipmentLine -> entered.contains(shipmentLine.erpLine))
                .toList();
        IntStream figures = IntStream.concat(
                counters.stream()
                        .filter(counter -> !counter.strangeUnit)
                        .flatMapToInt(
                                counter -> IntStream.of(counter.assigned, counter.allocated(), counter.backordered)),
                IntStream.concat(
                        shipped.stream().filter(row -> !row.isStrange()).mapToInt(row -> row.quantity),
                        entered.stream().flatMapToInt(CountingUnit::offices)));
        this.inPieces = figures.anyMatch(this::isNoDecimal);
        this.strange = Stream.concat(
                        counters.stream().map(counter -> counter.strangeUnit),
                        shipped.stream().map(ShipmentLine::isStrange))
                .anyMatch(isStrange -> isStrange);
    }

    /** The unit's name. */
    String name() {
        return inPieces ? line.pieceUnit() : line.unit;
    }

    /** True if somebody counts in a unit that nobody can convert. */
    boolean isContradicted() {
        return strange;
    }

    /** So many pieces, told in this unit. */
    String text(int pieces) {
        BigDecimal units = inPieces
                ? BigDecimal.valueOf(pieces)
                : BigDecimal.valueOf(pieces).divide(BigDecimal.valueOf(line.pieces));
        BigDecimal stripped = units.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Twelfths and the like are finite only if the threes go into them. */
    private boolean isNoDecimal(int pieces) {
        int divisor = line.pieces;
        for (int prime : List.of(2, 5)) {
            while (divisor % prime == 0) {
                divisor /= prime;
            }
        }
        return pieces % divisor != 0;
    }

    private static IntStream offices(ErpLine line) {
        return IntStream.concat(
                line.order.bills.stream().mapToInt(bill -> bill.units(line)),
                line.order.comebacks.stream().mapToInt(comeback -> comeback.units.getOrDefault(line, 0)));
    }
}
