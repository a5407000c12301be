package io.crossdock.worlds.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carrier's drivers and their scanners. */
final class Carrier {

    final SourceSystem system;
    private final Log log;
    private final Table scans;
    private int issued;

    Carrier(Log log) {
        this.log = log;
        system = new SourceSystem(log, "ups", SourceKind.POSTGRES);
        scans = system.table("scans", "tracking", "tracking_no", "scan_no");
    }

    /** Somebody scans a package that is on the road. */
    static boolean scans(World world, Sale sale, Dice dice) {
        return scans(world, sale, dice, List.of(Carton.Seen.PU, Carton.Seen.OD, Carton.Seen.DL, Carton.Seen.DL));
    }

    static boolean hasTrouble(World world, Sale sale, Dice dice) {
        return scans(world, sale, dice, List.of(Carton.Seen.X1, Carton.Seen.NA));
    }

    /** The package goes back, or is not found; it may turn up later. */
    static boolean losesPackage(World world, Sale sale, Dice dice) {
        return scans(world, sale, dice, List.of(Carton.Seen.RS, Carton.Seen.LO));
    }

    private static boolean scans(World world, Sale sale, Dice dice, List<Carton.Seen> what) {
        Carton carton = dice.of(world.shipments()
                .filter(shipment ->
                        !shipment.deleted && shipment.holdsUnitsOf(sale) && !shipment.warehouse.tracksDelivery)
                .filter(shipment -> Carton.rank(shipment.status) >= Carton.rank(Shipment.Status.SHIPPED))
                .flatMap(shipment -> shipment.cartons.stream())
                .filter(candidate -> candidate.tracking != null && !candidate.hasEnded())
                .toList());
        Carton.Seen seen = dice.of(what);
        if (carton == null || seen == null) {
            return false;
        }
        carton.scanned(seen, world.log.now());
        world.carrier.write(carton.tracking, seen);
        world.tell("The carrier scans " + carton.tracking + ": " + seen.published);
        return true;
    }

    /** Months later the carrier gives numbers out again; what was on the road by then is history. */
    static boolean recyclesNumbers(World world, Sale sale, Dice dice) {
        List<Carton> old = world.shipments()
                .filter(shipment -> !shipment.deleted && !shipment.warehouse.tracksDelivery)
                .filter(shipment -> Carton.rank(shipment.status) >= Carton.rank(Shipment.Status.SHIPPED))
                .flatMap(shipment -> shipment.cartons.stream())
                .filter(carton -> !carton.isRetired())
                .toList();
        if (old.isEmpty()) {
            return false;
        }
        world.log.pass(120 * 24 * 60);
        for (Carton carton : old) {
            carton.retire();
            if (carton.tracking != null) {
                carton.shipment.warehouse.recycled.add(carton.tracking);
            }
        }
        world.tell("Months pass, and the carrier gives its numbers out again");
        return true;
    }

    private void write(@Nullable String tracking, Carton.Seen seen) {
        scans.put(
                "tracking_no",
                tracking,
                "scan_no",
                ++issued,
                "code",
                seen,
                "place",
                "Springfield",
                "scanned_at",
                log.time());
    }
}
