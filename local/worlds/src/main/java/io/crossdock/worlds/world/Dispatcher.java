package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The warehouse's office: orders, stock, counters. */
final class Dispatcher {

    private Dispatcher() {}

    /** A sales order, or what is left of it, goes to one warehouse; each warehouse gets it once. */
    static boolean sends(World world, Sale sale, Dice dice) {
        SalesOrder order =
                dice.of(sale.salesOrders.stream().filter(SalesOrder::isAlive).toList());
        Warehouse warehouse = dice.of(world.warehouses);
        if (order == null
                || warehouse == null
                || order.warehouseOrders.stream().anyMatch(known -> known.warehouse == warehouse)) {
            return false;
        }
        boolean elsewhere = !order.warehouseOrders.isEmpty();
        boolean partly = world.has(Feature.SEVERAL_WMS) && !elsewhere && dice.oneIn(2);
        List<ErpLine> open = order.lines.stream()
                .filter(line -> line.line.kind.isHandled() && line.line.comesFrom(warehouse) && line.unassigned() > 0)
                .toList();
        if (open.isEmpty() || (elsewhere && !world.has(Feature.SEVERAL_WMS) && !warehouse.isVendor)) {
            return false;
        }
        WarehouseOrder warehouseOrder = new WarehouseOrder(warehouse, order, warehouse.number("W-"));
        for (ErpLine line : open) {
            int units = partly ? dice.between(1, line.unassigned()) : line.unassigned();
            String no = String.valueOf(warehouseOrder.lines.size() + 1);
            WarehouseLine asked = new WarehouseLine(warehouseOrder, no, line, units);
            warehouseOrder.lines.add(asked);
            if (world.has(Feature.STRANGE_UNIT) && dice.oneIn(3)) {
                asked.strangeUnit = true;
                world.saw(Feature.STRANGE_UNIT);
            }
        }
        order.warehouseOrders.add(warehouseOrder);
        if (elsewhere) {
            world.saw(Feature.SEVERAL_WMS);
        }
        header(world, warehouseOrder);
        warehouseOrder.lines.forEach(line -> counters(world, line));
        world.tell(order.no + " goes to " + warehouse.name + " as " + warehouseOrder.id);
        return true;
    }

    static boolean allocates(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(sale, dice, candidate -> candidate.toAllocate() > 0 && !candidate.closed);
        if (line == null) {
            return false;
        }
        int lostBefore = (int) line.pieces.stream()
                .filter(piece -> piece.place() == Place.LOST)
                .count();
        int units = dice.oneIn(2) ? line.toAllocate() : dice.between(1, line.toAllocate());
        for (int i = 0; i < units; i++) {
            line.setAside();
        }
        line.backordered = Math.max(0, Math.min(line.backordered, line.toAllocate()));
        if (lostBefore > 0) {
            world.saw(Feature.REPLACEMENT);
        }
        return counted(world, line, "sets aside " + units);
    }

    static boolean allocatesTooMuch(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(sale, dice, candidate -> candidate.toAllocate() == 0 && !candidate.closed);
        if (line == null) {
            return false;
        }
        line.setAside();
        return counted(world, line, "sets aside one too many");
    }

    static boolean backorders(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(
                sale,
                dice,
                candidate -> candidate.toAllocate() > Math.max(0, candidate.backordered) && !candidate.closed);
        if (line == null) {
            return false;
        }
        line.backordered = dice.between(1, line.toAllocate());
        return counted(world, line, "has no stock for " + line.backordered);
    }

    static boolean miscounts(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(sale, dice, candidate -> candidate.backordered == 0);
        if (line == null) {
            return false;
        }
        line.backordered = -1;
        return counted(world, line, "counts -1 backordered");
    }

    static boolean putsBack(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(sale, dice, candidate -> !free(candidate).isEmpty() && !candidate.closed);
        if (line == null) {
            return false;
        }
        line.putBack(free(line).getFirst());
        return counted(world, line, "puts one back");
    }

    static boolean closesShort(World world, Sale sale, Dice dice) {
        WarehouseLine line = anyLine(
                sale,
                dice,
                candidate -> !candidate.closed
                        && candidate.pieces.stream()
                                .noneMatch(piece -> piece.place().isAtLeast(Place.ALLOCATED)
                                        && !piece.place().isAtLeast(Place.SHIPPED)));
        if (line == null) {
            return false;
        }
        line.closed = true;
        line.backordered = 0;
        return counted(world, line, "declares the line final");
    }

    static boolean releases(World world, Sale sale, Dice dice) {
        return moved(
                world,
                sale,
                dice,
                WarehouseOrder.Status.RELEASED,
                "releases",
                order -> order.lines.stream().anyMatch(line -> !line.pieces.isEmpty()));
    }

    static boolean closes(World world, Sale sale, Dice dice) {
        return moved(
                world,
                sale,
                dice,
                WarehouseOrder.Status.CLOSED,
                "closes",
                order -> order.lines.stream()
                        .flatMap(line -> line.pieces.stream())
                        .allMatch(piece -> piece.place().isAtLeast(Place.SHIPPED) || piece.place() == Place.LOST));
    }

    static boolean cancels(World world, Sale sale, Dice dice) {
        return moved(world, sale, dice, WarehouseOrder.Status.CANCELLED, "cancels", Dispatcher::isUntouched);
    }

    /** Its rows go as if it had never been; what it had set aside is back on the shelf. */
    static boolean deletes(World world, Sale sale, Dice dice) {
        WarehouseOrder order = dice.of(orders(sale)
                .filter(WarehouseOrder::isWorkedOn)
                .filter(Dispatcher::isUntouched)
                .toList());
        if (order == null) {
            return false;
        }
        order.deleted = true;
        order.lines.forEach(line -> List.copyOf(line.pieces).forEach(line::putBack));
        remove(order);
        world.tell(order.warehouse.name + " deletes " + order.id);
        return true;
    }

    /** The whole chain below a warehouse order hangs on somebody else's order, until it is corrected. */
    static boolean namesWrongOrder(World world, Sale sale, Dice dice) {
        WarehouseOrder order = dice.of(orders(sale)
                .filter(candidate -> candidate.isWorkedOn() && candidate.namedByMistake == null)
                .toList());
        SalesOrder wrong = dice.of(world.sales.stream()
                .filter(other -> other != sale)
                .flatMap(other -> other.salesOrders.stream())
                .toList());
        if (order == null || wrong == null) {
            return false;
        }
        order.namedByMistake = wrong;
        header(world, order);
        world.tell(order.warehouse.name + " writes " + wrong.no + " on " + order.id + " by mistake");
        return true;
    }

    static boolean correctsOrder(World world, Sale sale, Dice dice) {
        WarehouseOrder order = dice.of(orders(sale)
                .filter(candidate -> candidate.namedByMistake != null && !candidate.deleted)
                .toList());
        if (order == null) {
            return false;
        }
        order.namedByMistake = null;
        header(world, order);
        world.tell(order.warehouse.name + " corrects " + order.id + " to " + order.salesOrder.no);
        return true;
    }

    static void remove(WarehouseOrder order) {
        order.lines.forEach(line -> order.warehouse.orderLines.delete(order.id, line.no));
        order.warehouse.orders.delete(order.id);
    }

    static void header(World world, WarehouseOrder order) {
        order.firsts.says("allocated", order.status == WarehouseOrder.Status.ALLOCATED);
        order.firsts.says("released", order.status == WarehouseOrder.Status.RELEASED);
        order.warehouse.orders.put(
                "id",
                order.id,
                "erp",
                "OLD",
                "erp_order_no",
                order.namedByMistake == null ? order.salesOrder.no : order.namedByMistake.no,
                "warehouse",
                order.warehouse.location,
                "status",
                order.status,
                "updated_at",
                world.log.time());
    }

    static void counters(World world, WarehouseLine line) {
        line.firsts.says("allocated", line.allocated() > 0);
        line.firsts.says("backordered", line.backordered > 0);
        line.order.warehouse.orderLines.put(
                "order_id",
                line.order.id,
                "line_no",
                line.no,
                "erp_line",
                line.erpLine.number,
                "sku",
                line.erpLine.line.sku,
                "unit",
                line.strangeUnit ? "PK" : line.erpLine.line.pieceUnit(),
                "qty_ordered",
                line.assigned,
                "qty_allocated",
                line.allocated(),
                "qty_backordered",
                line.backordered,
                "closed_short",
                line.closed,
                "updated_at",
                world.log.time());
    }

    static Stream<WarehouseOrder> orders(Sale sale) {
        return sale.salesOrders.stream().flatMap(order -> order.warehouseOrders.stream());
    }

    /** Units set aside that are in no box yet. */
    static List<Piece> free(WarehouseLine line) {
        return line.pieces.stream()
                .filter(piece -> piece.on == null && !piece.isGone())
                .toList();
    }

    private static boolean isUntouched(WarehouseOrder order) {
        return order.lines.stream().noneMatch(line -> line.closed)
                && order.lines.stream().flatMap(line -> line.pieces.stream()).allMatch(piece -> piece.on == null);
    }

    private static boolean moved(
            World world,
            Sale sale,
            Dice dice,
            WarehouseOrder.Status status,
            String verb,
            java.util.function.Predicate<WarehouseOrder> possible) {
        WarehouseOrder order = dice.of(orders(sale)
                .filter(WarehouseOrder::isWorkedOn)
                .filter(candidate -> candidate.status != status)
                .filter(possible)
                .toList());
        if (order == null) {
            return false;
        }
        order.status = status;
        header(world, order);
        world.tell(order.warehouse.name + " " + verb + " " + order.id);
        return true;
    }

    private static boolean counted(World world, WarehouseLine line, String what) {
        counters(world, line);
        if (line.order.status == WarehouseOrder.Status.NEW && line.allocated() > 0) {
            line.order.status = WarehouseOrder.Status.ALLOCATED;
            header(world, line.order);
        }
        world.tell(line.order.warehouse.name + " " + what + " for line " + line.no + " of " + line.order.id);
        return true;
    }

    private static @Nullable WarehouseLine anyLine(
            Sale sale, Dice dice, java.util.function.Predicate<WarehouseLine> possible) {
        List<WarehouseLine> lines = new ArrayList<>();
        orders(sale)
                .filter(WarehouseOrder::isWorkedOn)
                .forEach(order -> order.lines.stream().filter(possible).forEach(lines::add));
        return dice.of(Objects.requireNonNull(lines));
    }
}
