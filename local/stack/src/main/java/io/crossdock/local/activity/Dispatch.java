package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import io.crossdock.local.activity.WarehouseFloor.Carton;
import io.crossdock.local.activity.WarehouseFloor.Part;
import java.util.ArrayList;
import java.util.List;

/** One shipment, from its plan to the truck, for one order or for several. */
final class Dispatch {
    private final Staff staff;
    private final Rhythm rhythm;
    private final Shipment shipment;
    private final List<Freight> freight;
    private final String id;

    /**
     * What is on it of one order.
     *
     * @param order whose units they are
     * @param portions the units
     * @param lateNumber true if nobody types in the order's number before it has left
     */
    record Freight(OrderFile order, List<Portion> portions, boolean lateNumber) {}

    Dispatch(Staff staff, Rhythm rhythm, Shipment shipment, List<Freight> freight) {
        this.staff = staff;
        this.rhythm = rhythm;
        this.shipment = shipment;
        this.freight = freight;
        this.id = staff.numbers().shipment(shipment.site());
    }

    String id() {
        return id;
    }

    /** Picks and packs it; a first attempt may be given up half-way. */
    void pack() {
        WarehouseFloor floor = floor();
        if (shipment.abandonedFirst()) {
            String given = staff.numbers().shipment(shipment.site());
            floor.plan(given, shipment.carrier(), parts(false));
            rhythm.pause();
            floor.startPicking(given);
            rhythm.pause();
            floor.giveUp(given);
            rhythm.pause();
        }
        floor.plan(id, shipment.carrier(), parts(false));
        rhythm.pause();
        floor.startPicking(id);
        rhythm.pause();
        floor.picked(id);
        rhythm.pause();
        floor.packed(id, shipment.carrier(), cartons());
        rhythm.pause();
    }

    /** Sends it off; numbers that nobody typed in before are typed in now. */
    void ship() {
        floor().shipped(id);
        rhythm.pause();
        if (freight.stream().anyMatch(Freight::lateNumber)) {
            floor().typeInNumbers(id, parts(true));
            rhythm.pause();
        }
    }

    private WarehouseFloor floor() {
        return staff.at(shipment.site()).floor();
    }

    private List<Part> parts(boolean allNumbers) {
        return freight.stream()
                .map(each ->
                        new Part(allNumbers || !each.lateNumber() ? each.order().salesOrder() : null, each.portions()))
                .toList();
    }

    private List<Carton> cartons() {
        List<Carton> cartons = new ArrayList<>();
        for (int i = 0; i < shipment.cartons(); i++) {
            cartons.add(new Carton(staff.numbers().sscc(), staff.numbers().tracking(shipment.carrier())));
        }
        return cartons;
    }
}
