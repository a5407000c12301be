package io.crossdock.worlds.world;

import java.util.List;

/** People who run the systems. */
final class Operator {

    private Operator() {}

    /** What is finished is deleted to keep the tables small; nothing is taken back by that. */
    static boolean cleansUp(World world, Sale sale, Dice dice) {
        List<Shipment> finished = world.shipments()
                .filter(shipment -> !shipment.deleted && !shipment.archived && shipment.holdsUnitsOf(sale))
                .filter(shipment ->
                        shipment.status == Shipment.Status.DELIVERED || shipment.status == Shipment.Status.CANCELLED)
                .toList();
        Shipment shipment = dice.of(finished);
        if (shipment != null) {
            shipment.archived = true;
            Packer.remove(shipment);
            world.tell("Housekeeping deletes " + shipment.id + " of " + shipment.warehouse.name);
            return true;
        }
        WarehouseOrder order = dice.of(Dispatcher.orders(sale)
                .filter(candidate -> candidate.status == WarehouseOrder.Status.CLOSED
                        && !candidate.archived
                        && candidate.namedByMistake == null)
                .toList());
        if (order == null) {
            return false;
        }
        order.archived = true;
        Dispatcher.remove(order);
        world.tell("Housekeeping deletes " + order.id + " of " + order.warehouse.name);
        return true;
    }

    static boolean readsAgain(World world, Sale sale, Dice dice) {
        SourceSystem system = system(world, dice);
        if (system == null) {
            return false;
        }
        system.snapshot();
        world.tell("The connector reads " + system.name() + " again");
        return true;
    }

    static boolean restores(World world, Sale sale, Dice dice) {
        SourceSystem system = system(world, dice);
        if (system == null || system.era() > 0) {
            return false;
        }
        system.restore();
        world.tell(system.name() + " is restored from a backup; its epoch is raised");
        return true;
    }

    private static @org.jspecify.annotations.Nullable SourceSystem system(World world, Dice dice) {
        return dice.of(
                world.systems().stream().filter(system -> !system.isEmpty()).toList());
    }
}
