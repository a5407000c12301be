package io.crossdock.worlds.world;

import java.util.List;
import java.util.stream.Stream;

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

    /** Most rows of one table that may go within a minute; whoever deletes more is asked whether it is meant. */
    private static final int MOST_A_MINUTE = 2;

    /** Somebody empties the table of holds; what goes too fast is not believed until somebody says that it is meant. */
    static boolean emptiesHolds(World world, Sale sale, Dice dice) {
        List<Cashier.Hold> holds = holds(world).filter(hold -> !hold.isDeleted).toList();
        long minute = 0;
        int gone = 0;
        for (Cashier.Hold hold : holds) {
            long now = world.log.minuteOfNextWrite();
            if (hold.lifted) {
                // Housekeeping: what it said stays said.
                hold.isHeld = true;
            } else {
                gone = now > minute ? 1 : gone + 1;
                minute = now;
                hold.isHeld = gone > MOST_A_MINUTE;
                world.hasHeldDeletions |= hold.isHeld;
            }
            world.erp.remove(hold, hold.lifted || !hold.isHeld);
            hold.isDeleted = true;
        }
        if (!holds.isEmpty()) {
            world.tell("Somebody empties the table of holds: " + holds.size() + " rows");
        }
        return !holds.isEmpty();
    }

    /** It was a mistake: the rows are loaded from a copy. */
    static boolean loadsHoldsAgain(World world, Sale sale, Dice dice) {
        List<Cashier.Hold> gone = holds(world).filter(hold -> hold.isDeleted).toList();
        for (Cashier.Hold hold : gone) {
            hold.isDeleted = false;
            hold.isHeld = false;
            world.erp.hold(hold);
        }
        if (!gone.isEmpty()) {
            world.tell("The rows of " + gone.size() + " holds are loaded again");
        }
        return !gone.isEmpty();
    }

    /** Somebody says that what was deleted was meant. */
    static void confirmsDeletions(World world) {
        holds(world).filter(hold -> !hold.lifted).forEach(hold -> hold.isHeld = false);
    }

    private static Stream<Cashier.Hold> holds(World world) {
        return world.salesOrders().flatMap(order -> order.holds.stream());
    }

    /**
     * A machine is replaced from an old backup and nobody raises the epoch: what it says is taken for old, row after row,
     * until somebody sees it, raises the epoch and has everything read again. Not in a house of which a carrier has scanned
     * packages: when its rows said something first is lost by that (R3), and so whether a scan is in its time (R102).
     */
    static boolean restoresSilently(World world, Sale sale, Dice dice) {
        SourceSystem system = system(world, dice);
        if (system == null || system.era() > 0 || !system.canGoBack() || isScanned(world, system)) {
            return false;
        }
        system.goBack();
        system.writeAll(dice.between(5, 90));
        world.tell(system.name() + " is restored from a backup, a job writes its rows, then its epoch is raised");
        system.restore();
        if (dice.oneIn(2)) {
            system.writeUntilBelieved();
        }
        return true;
    }

    private static boolean isScanned(World world, SourceSystem system) {
        return world.shipments()
                .filter(shipment -> shipment.warehouse.system == system)
                .flatMap(shipment -> shipment.cartons.stream())
                .anyMatch(Carton::isScanned);
    }

    private static @org.jspecify.annotations.Nullable SourceSystem system(World world, Dice dice) {
        return dice.of(
                world.systems().stream().filter(system -> !system.isEmpty()).toList());
    }
}
