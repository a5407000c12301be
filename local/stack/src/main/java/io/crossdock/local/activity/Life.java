package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import io.crossdock.local.activity.WarehouseFloor.Carton;
import io.crossdock.local.process.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The life of one order, told in the order in which people do things. */
final class Life {
    private static final int SHORTEST_PAUSE_MS = 500;
    private static final int LONGEST_PAUSE_MS = 3_500;

    private final Staff staff;
    private final Plan plan;
    private final double speed;
    private final SplittableRandom dice;
    private final String salesOrder;
    private final String warehouseOrder;
    private boolean servicesInvoiced;

    Life(Staff staff, Plan plan, double speed, long seed) {
        this.staff = staff;
        this.plan = plan;
        this.speed = speed;
        this.dice = new SplittableRandom(seed);
        this.salesOrder = staff.numbers().salesOrder();
        this.warehouseOrder = staff.numbers().warehouseOrder();
    }

    /** Lives it to the end; returns the numbers under which each system knows the order. */
    Ended live() {
        String purchaseOrder = staff.numbers().purchaseOrder();
        String crmId = staff.sales().capture(plan, purchaseOrder);
        pause();
        staff.erp().enter(salesOrder, crmId, purchaseOrder, plan);
        pause();
        staff.erp().accept(salesOrder);
        pause();
        boolean atWarehouse = plan.scenario() != Scenario.CANCELLED || plan.afterHandOver();
        if (atWarehouse) {
            staff.office().takeOver(warehouseOrder, salesOrder, plan);
            pause();
            staff.office().allocate(warehouseOrder, plan, false);
            pause();
        }
        cancel(crmId, atWarehouse);
        if (plan.scenario() != Scenario.CANCELLED
                && plan.scenario() != Scenario.ALLOCATED_ONLY
                && plan.scenario() != Scenario.BACKORDERED) {
            fulfil();
        }
        return new Ended(plan.scenario(), crmId, salesOrder, warehouseOrder);
    }

    private void cancel(String crmId, boolean atWarehouse) {
        List<Line> cancelled = plan.lines().stream()
                .filter(line -> line.cancelled().signum() > 0)
                .toList();
        if (cancelled.isEmpty()) {
            return;
        }
        if (dice.nextBoolean()) {
            for (Line line : cancelled) {
                staff.sales().askToCancel(crmId, line.customerLine(), line.cancelled());
            }
            pause();
        }
        staff.erp().cancel(salesOrder, plan.lines());
        pause();
        if (atWarehouse) {
            staff.office().cancel(warehouseOrder, plan.goods());
            pause();
        }
    }

    private void fulfil() {
        boolean stockMissing =
                plan.goods().stream().allMatch(line -> line.inStock().signum() == 0);
        if (!stockMissing) {
            staff.office().release(warehouseOrder);
            pause();
        }
        for (int i = 0; i < plan.shipments().size(); i++) {
            boolean last = i == plan.shipments().size() - 1;
            if (last && plan.stockComes()) {
                pause();
                staff.office().allocate(warehouseOrder, plan, true);
                pause();
            }
            ship(plan.shipments().get(i));
        }
        finish();
    }

    private void ship(Shipment shipment) {
        if (shipment.abandonedFirst()) {
            String given = staff.numbers().shipment();
            staff.floor().plan(given, salesOrder, shipment);
            pause();
            staff.floor().startPicking(given);
            pause();
            staff.floor().giveUp(given);
            pause();
        }
        String id = staff.numbers().shipment();
        staff.floor().plan(id, salesOrder, shipment);
        pause();
        staff.floor().startPicking(id);
        pause();
        staff.floor().picked(id);
        pause();
        staff.floor().packed(id, shipment.carrier(), cartons(shipment));
        pause();
        if (plan.scenario() == Scenario.PACKED_ONLY) {
            return;
        }
        staff.floor().shipped(id);
        pause();
        if (shipment.lateNumber()) {
            staff.floor().typeInNumber(id, salesOrder);
            pause();
        }
        settle(id, shipment);
    }

    /** The ERP posts the delivery and invoices it, with the services on the first invoice. */
    private void settle(String id, Shipment shipment) {
        staff.erp().postDelivery(salesOrder, staff.numbers().document("D"), id, shipment.portions());
        pause();
        List<Portion> portions = new ArrayList<>(shipment.portions());
        if (!servicesInvoiced) {
            servicesInvoiced = true;
            plan.lines().stream()
                    .filter(line -> line.type().equals("SERVICE"))
                    .forEach(line -> portions.add(new Portion(line, line.ordered())));
        }
        staff.erp().postInvoice(salesOrder, staff.numbers().document("I"), portions);
        pause();
    }

    private void finish() {
        switch (plan.scenario()) {
            case SHORT_CLOSED -> staff.office().closeShort(warehouseOrder, plan.goods());
            case SHIPPED_AT_ONCE, SHIPPED_IN_PARTS, LINE_CANCELLED, BACKORDER_FILLED, LATE_NUMBER -> {
                staff.office().close(warehouseOrder);
                staff.erp().close(salesOrder);
            }
            case PARTLY_SHIPPED, BACKORDERED, CANCELLED, PACKED_ONLY, ALLOCATED_ONLY -> {
                // Nobody does anything more about it.
            }
        }
    }

    private List<Carton> cartons(Shipment shipment) {
        List<Carton> cartons = new ArrayList<>();
        for (int i = 0; i < shipment.cartons(); i++) {
            cartons.add(new Carton(staff.numbers().sscc(), staff.numbers().tracking(shipment.carrier())));
        }
        return cartons;
    }

    private void pause() {
        long millis = dice.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        Pause.millis(Math.round(millis / speed));
    }
}
