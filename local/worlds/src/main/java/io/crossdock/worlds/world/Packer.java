package io.crossdock.worlds.world;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** People who pick, pack, load and drive. */
final class Packer {

    private Packer() {}

    static boolean plans(World world, Sale sale, Dice dice) {
        WarehouseOrder order = dice.of(Dispatcher.orders(sale)
                .filter(candidate -> candidate.isWorkedOn() && hasFreeUnits(candidate))
                .toList());
        if (order == null) {
            return false;
        }
        Warehouse warehouse = order.warehouse;
        Shipment shipment = new Shipment(warehouse, warehouse.number("S-"), world.log);
        warehouse.allShipments.add(shipment);
        boolean consolidated = world.has(Feature.CONSOLIDATED_SHIPMENT) && dice.oneIn(2);
        shipment.header = consolidated ? null : order.salesOrder;
        header(world, shipment);
        load(shipment, order, dice);
        int cartons = dice.between(0, 2);
        for (int i = 0; i < cartons; i++) {
            boolean untracked = world.has(Feature.UNTRACKED) && dice.oneIn(2);
            addCarton(shipment, !untracked);
            if (untracked) {
                world.saw(Feature.UNTRACKED);
            }
        }
        putIntoCartons(shipment, dice);
        world.tell(warehouse.name + " plans " + shipment.id + " for " + order.id);
        return true;
    }

    /** Units of another order ride along. */
    static boolean joins(World world, Sale sale, Dice dice) {
        WarehouseOrder order = dice.of(Dispatcher.orders(sale)
                .filter(candidate -> candidate.isWorkedOn() && hasFreeUnits(candidate))
                .toList());
        if (order == null) {
            return false;
        }
        Shipment shipment = dice.of(order.warehouse.allShipments.stream()
                .filter(candidate -> candidate.status == Shipment.Status.PLANNED && !candidate.deleted)
                .filter(candidate -> candidate.lines.stream().noneMatch(line -> line.erpLine.order == order.salesOrder))
                .toList());
        if (shipment == null) {
            return false;
        }
        load(shipment, order, dice);
        world.tell(order.warehouse.name + " lets " + order.id + " ride along on " + shipment.id);
        return true;
    }

    static boolean movesOn(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(world, sale, dice, candidate -> candidate.status.isInTheHouse());
        if (shipment == null) {
            return false;
        }
        Shipment.Status next = shipment.status.next();
        return moved(world, shipment, dice.oneIn(3) && next.isInTheHouse() ? next.next() : next);
    }

    static boolean delivers(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(
                world,
                sale,
                dice,
                candidate -> candidate.warehouse.tracksDelivery
                        && (candidate.status == Shipment.Status.SHIPPED
                                || candidate.status == Shipment.Status.ON_ROAD));
        if (shipment == null) {
            return false;
        }
        boolean drives = shipment.status == Shipment.Status.SHIPPED && dice.oneIn(3);
        return moved(world, shipment, drives ? Shipment.Status.ON_ROAD : Shipment.Status.DELIVERED);
    }

    static boolean loses(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(
                world,
                sale,
                dice,
                candidate ->
                        candidate.status == Shipment.Status.SHIPPED || candidate.status == Shipment.Status.ON_ROAD);
        return shipment != null
                && moved(world, shipment, dice.oneIn(2) ? Shipment.Status.LOST : Shipment.Status.RETURNED);
    }

    static boolean voids(World world, Sale sale, Dice dice) {
        // A label whose number is another package's by now leaves the house no more: two packages would be one.
        Shipment shipment = shipment(
                world,
                sale,
                dice,
                candidate -> candidate.status == Shipment.Status.SHIPPED
                        && !candidate.isScanned()
                        && candidate.cartons.stream().noneMatch(Carton::isRetired));
        return shipment != null && moved(world, shipment, Shipment.Status.PACKED);
    }

    static boolean cancels(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(world, sale, dice, candidate -> candidate.status.isInTheHouse());
        if (shipment == null) {
            return false;
        }
        boolean done = moved(world, shipment, Shipment.Status.CANCELLED);
        shipment.lines.forEach(ShipmentLine::abandon);
        return done;
    }

    static boolean deletes(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(world, sale, dice, candidate -> candidate.status.isInTheHouse());
        if (shipment == null) {
            return false;
        }
        shipment.lines.forEach(ShipmentLine::abandon);
        shipment.deleted = true;
        remove(shipment);
        world.tell(shipment.warehouse.name + " deletes " + shipment.id);
        return true;
    }

    static boolean packsTooMuch(World world, Sale sale, Dice dice) {
        Shipment shipment =
                shipment(world, sale, dice, candidate -> candidate.status.isInTheHouse() && !candidate.lines.isEmpty());
        ShipmentLine line = shipment == null ? null : dice.of(shipment.lines);
        if (line == null || line.pieces.isEmpty()) {
            return false;
        }
        WarehouseLine counted = line.pieces.getFirst().line;
        if (!counted.order.isWorkedOn() || counted.closed) {
            return false;
        }
        line.load(counted.setAside());
        Dispatcher.counters(world, counted);
        row(line);
        world.tell(line.shipment.warehouse.name + " packs one too many into " + line.shipment.id);
        return true;
    }

    static boolean namesWrongOrder(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(
                world,
                sale,
                dice,
                candidate -> candidate.header != null
                        && candidate.lines.stream().allMatch(line -> line.erpLine.order == candidate.header));
        SalesOrder wrong = dice.of(world.sales.stream()
                .filter(other -> other != sale)
                .flatMap(other -> other.salesOrders.stream())
                .toList());
        if (shipment == null || wrong == null) {
            return false;
        }
        shipment.header = wrong;
        header(world, shipment);
        world.tell(shipment.warehouse.name + " writes " + wrong.no + " on " + shipment.id + " by mistake");
        return true;
    }

    static boolean correctsOrder(World world, Sale sale, Dice dice) {
        Shipment shipment = shipment(
                world,
                sale,
                dice,
                candidate -> candidate.header != null
                        && candidate.lines.stream().noneMatch(line -> line.erpLine.order == candidate.header));
        if (shipment == null || shipment.lines.isEmpty()) {
            return false;
        }
        shipment.header = shipment.lines.getFirst().erpLine.order;
        header(world, shipment);
        world.tell(shipment.warehouse.name + " corrects " + shipment.id + " to " + shipment.header.no);
        return true;
    }

    static void remove(Shipment shipment) {
        shipment.cartons.forEach(carton -> shipment.warehouse.cartons.delete(shipment.id, carton.no));
        shipment.lines.forEach(line -> shipment.warehouse.shipmentLines.delete(shipment.id, line.no));
        shipment.warehouse.shipments.delete(shipment.id);
    }

    private static boolean moved(World world, Shipment shipment, Shipment.Status status) {
        shipment.status = status;
        header(world, shipment);
        world.tell(shipment.warehouse.name + ": " + shipment.id + " is " + status);
        return true;
    }

    private static void load(Shipment shipment, WarehouseOrder order, Dice dice) {
        for (WarehouseLine line : order.lines) {
            List<Piece> free = Dispatcher.free(line);
            if (free.isEmpty() || (!shipment.lines.isEmpty() && dice.oneIn(4))) {
                continue;
            }
            String no = String.valueOf(shipment.lines.size() + 1);
            ShipmentLine loaded = new ShipmentLine(shipment, no, line.erpLine);
            shipment.lines.add(loaded);
            int units = dice.oneIn(2) ? free.size() : dice.between(1, free.size());
            free.subList(0, units).forEach(loaded::load);
            row(loaded);
        }
    }

    private static void addCarton(Shipment shipment, boolean tracked) {
        String no = String.valueOf(shipment.cartons.size() + 1);
        Carton carton = new Carton(shipment, no, tracked ? trackingNumber(shipment.warehouse) : null);
        shipment.cartons.add(carton);
        shipment.warehouse.cartons.put(
                "shipment_id", shipment.id, "carton_no", no, "carrier", "UPS", "tracking_no", carton.tracking);
    }

    private static String trackingNumber(Warehouse warehouse) {
        return warehouse.recycled.isEmpty() ? warehouse.number("1Z") : warehouse.recycled.removeLast();
    }

    /** Some warehouses say which package a unit is in. */
    private static void putIntoCartons(Shipment shipment, Dice dice) {
        if (dice.oneIn(2)) {
            return;
        }
        for (ShipmentLine line : shipment.lines) {
            line.carton = dice.of(shipment.cartons);
            row(line);
        }
    }

    private static void header(World world, Shipment shipment) {
        shipment.says();
        shipment.warehouse.shipments.put(
                "id",
                shipment.id,
                "erp",
                "OLD",
                "erp_order_no",
                shipment.header == null ? null : shipment.header.no,
                "warehouse",
                shipment.warehouse.location,
                "carrier",
                "UPS",
                "status",
                shipment.status,
                "shipped_at",
                shipment.left(),
                "updated_at",
                world.log.time());
    }

    private static void row(ShipmentLine line) {
        line.shipment.warehouse.shipmentLines.put(
                "shipment_id",
                line.shipment.id,
                "line_no",
                line.no,
                "erp",
                "OLD",
                "erp_order_no",
                line.erpLine.order.no,
                "erp_line",
                line.erpLine.number,
                "sku",
                line.erpLine.line.sku,
                "unit",
                line.unit(),
                "carton_no",
                line.carton == null ? null : line.carton.no,
                "quantity",
                line.quantity);
    }

    private static boolean hasFreeUnits(WarehouseOrder order) {
        return order.lines.stream().anyMatch(line -> !Dispatcher.free(line).isEmpty());
    }

    private static @Nullable Shipment shipment(World world, Sale sale, Dice dice, Predicate<Shipment> possible) {
        return dice.of(world.shipments()
                .filter(shipment -> !shipment.deleted && !shipment.archived && shipment.holdsUnitsOf(sale))
                .filter(possible)
                .toList());
    }
}
