package io.crossdock.local.prove.tables;

import io.crossdock.local.prove.tables.Warehouse.Document;
import io.crossdock.local.prove.tables.Warehouse.Line;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sums of all warehouses per line of a sales order. In each house a later state counts as every earlier one, before the houses
 * are added: what left the one says nothing of what the other has allocated.
 */
final class WarehouseTotals {

    private static final Set<String> RELEASED = Set.of("RELEASED", "CLOSED");
    private static final Set<String> PICKED = Set.of("PICKED", "PACKED", "SHIPPED");
    private static final Set<String> PACKED = Set.of("PACKED", "SHIPPED");

    private final Map<Place, Sums> byLine = new HashMap<>();

    /** A line of a sales order. */
    private record Place(String salesOrder, int salesLine) {}

    /** What the warehouses say about it. */
    static final class Sums {
        BigDecimal allocated = BigDecimal.ZERO;
        BigDecimal backordered = BigDecimal.ZERO;
        BigDecimal released = BigDecimal.ZERO;
        BigDecimal picked = BigDecimal.ZERO;
        BigDecimal packed = BigDecimal.ZERO;
        BigDecimal shipped = BigDecimal.ZERO;
        boolean closedShort;

        private void add(Sums house) {
            BigDecimal packedOrLater = house.packed.max(house.shipped);
            BigDecimal pickedOrLater = house.picked.max(packedOrLater);
            BigDecimal releasedOrLater = house.released.max(pickedOrLater);
            allocated = allocated.add(house.allocated.max(releasedOrLater));
            backordered = backordered.add(house.backordered);
            released = released.add(releasedOrLater);
            picked = picked.add(pickedOrLater);
            packed = packed.add(packedOrLater);
            shipped = shipped.add(house.shipped);
            closedShort |= house.closedShort;
        }
    }

    private WarehouseTotals() {}

    static WarehouseTotals of(List<Warehouse> warehouses) {
        WarehouseTotals all = new WarehouseTotals();
        for (Warehouse warehouse : warehouses) {
            WarehouseTotals house = new WarehouseTotals();
            warehouse.orders().forEach(house::addOrder);
            warehouse.shipments().forEach(house::addShipment);
            house.byLine.forEach((place, sums) ->
                    all.byLine.computeIfAbsent(place, none -> new Sums()).add(sums));
        }
        return all;
    }

    /** The sums of one line; zero if no warehouse has ever heard of it. */
    Sums of(String salesOrder, int salesLine) {
        return byLine.getOrDefault(new Place(salesOrder, salesLine), new Sums());
    }

    private void addOrder(Document order) {
        for (Line line : order.lines().values()) {
            Sums sums = sums(line);
            sums.closedShort |= line.closedShort();
            if (!order.status().equals("CANCELLED")) {
                sums.allocated = sums.allocated.add(line.allocated());
                sums.backordered = sums.backordered.add(line.backordered());
                if (RELEASED.contains(order.status())) {
                    sums.released = sums.released.add(line.allocated());
                }
            }
        }
    }

    private void addShipment(Document shipment) {
        String status = shipment.status();
        for (Line line : shipment.lines().values()) {
            Sums sums = sums(line);
            if (line.picked() != null && !status.equals("CANCELLED")) {
                sums.picked = sums.picked.add(line.picked());
            } else if (PICKED.contains(status)) {
                sums.picked = sums.picked.add(line.quantity());
            }
            if (PACKED.contains(status)) {
                sums.packed = sums.packed.add(line.quantity());
            }
            if (status.equals("SHIPPED")) {
                sums.shipped = sums.shipped.add(line.quantity());
            }
        }
    }

    private Sums sums(Line line) {
        return byLine.computeIfAbsent(new Place(line.salesOrder(), line.salesLine()), place -> new Sums());
    }
}
