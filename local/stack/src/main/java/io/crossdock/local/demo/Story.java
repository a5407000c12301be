package io.crossdock.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.activity.Plan;
import io.crossdock.local.activity.Plan.Shipment;
import io.crossdock.local.activity.Request;
import io.crossdock.local.activity.Site;
import io.crossdock.local.activity.Staff;
import io.crossdock.local.activity.WarehouseFloor;
import io.crossdock.local.activity.WarehouseFloor.Carton;
import io.crossdock.local.activity.WarehouseFloor.Part;
import io.crossdock.local.activity.WarehouseOffice;
import io.crossdock.local.fault.Point;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One order from the CRM through ERP and warehouse and back, told step by step; after each the CRM must show where it is. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TIME_FOR_A_MISTAKE_MS = 1_500;

    private final Staff staff;
    private final App app;
    private final Killer killer;
    private final Timeline timeline;
    private final WarehouseOffice office;
    private final WarehouseFloor floor;
    private final Plan plan = Cast.PLAN;
    private final String salesOrder;
    private final String warehouseOrder;
    private final List<String> told = new ArrayList<>();

    Story(Staff staff, App app, Killer killer, Timeline timeline) {
        this.staff = staff;
        this.app = app;
        this.killer = killer;
        this.timeline = timeline;
        this.office = staff.at(Site.EAST).office();
        this.floor = staff.at(Site.EAST).floor();
        this.salesOrder = staff.numbers().salesOrder();
        this.warehouseOrder = staff.numbers().warehouseOrder(Site.EAST);
    }

    /**
     * Tells it; returns the CRM's id of the order.
     *
     * @throws StackFailure as soon as the CRM does not show what it should
     */
    String tell() {
        timeline.title("An order of three lines");
        String purchaseOrder = staff.numbers().purchaseOrder();
        String crmId = staff.sales().capture(plan, purchaseOrder);
        long since = did("CRM", "captures order " + crmId + ": 10 SKU-1001, 5 SKU-1002, 4 SKU-1003");
        CrmWatch crm = new CrmWatch(staff.sales(), crmId, timeline, PATIENCE);
        crm.awaitStatus("OPEN", List.of(), since);
        accept(crm, crmId, purchaseOrder);
        prepare(crm);
        timeline.title("Three shipments, whose numbers nobody else knows");
        ship(crm, crmId, plan.shipments().get(0), "PARTIALLY_SHIPPED");
        ship(crm, crmId, plan.shipments().get(1), "PARTIALLY_SHIPPED");
        shipLate(crm, plan.shipments().get(2));
        return crmId;
    }

    private void accept(CrmWatch crm, String crmId, String purchaseOrder) {
        staff.erp().enter(salesOrder, crmId, purchaseOrder, plan);
        staff.erp().accept(salesOrder);
        crm.awaitNews(
                did("ERP", "accepts it as " + salesOrder + " and writes the CRM's id with 15 of its 18 characters"));
    }

    private void prepare(CrmWatch crm) {
        office.takeOver(warehouseOrder, salesOrder, Request.of(plan, Site.EAST));
        crm.awaitNews(did("WMS", "takes it over as " + warehouseOrder));
        office.allocate(warehouseOrder, plan.goods(), false);
        crm.awaitStatus("ALLOCATED", told, did("WMS", "allocates all three lines"));
        staff.erp().cancel(salesOrder, plan.lines());
        long since = did("ERP", "cancels line 30, the 4 SKU-1003");
        office.cancel(warehouseOrder, plan.goods());
        did("WMS", "follows and takes them out of allocation");
        crm.awaitNews(since);
        office.release(warehouseOrder);
        crm.awaitStatus("RELEASED", told, did("WMS", "releases the order to picking"));
    }

    private void ship(CrmWatch crm, String crmId, Shipment shipment, String status) {
        String id = staff.numbers().shipment(Site.EAST);
        Carton carton = pack(id, shipment);
        crm.awaitNews(did("WMS", "picks and packs shipment " + id));
        boolean first = told.isEmpty();
        boolean killed = first
                ? killer.arm(Point.AFTER_NORMALIZE, "wms-east:shipment:" + id)
                : killer.arm(Point.PATCH_RECEIPT, "crm:order:" + crmId);
        floor.shipped(id);
        long since = did("WMS", "ships " + id + " with " + shipment.carrier() + " " + carton.tracking());
        told.add(id);
        told.add(carton.tracking());
        if (killed) {
            killer.awaitDeathAndReturn();
        }
        crm.awaitStatus(status, told, since);
        settle(crm, id, shipment);
    }

    private void shipLate(CrmWatch crm, Shipment shipment) {
        String id = staff.numbers().shipment(Site.EAST);
        Carton carton = pack(id, shipment);
        floor.shipped(id);
        did("WMS", "ships " + id + ", and nobody typed in for which order");
        Pause.millis(TIME_FOR_A_MISTAKE_MS);
        if (crm.mentions(id)) {
            throw new StackFailure("The CRM shows shipment " + id + ", which names no order: " + crm.summary() + ".");
        }
        JsonNode orphan = app.order("wms-east:shipment:" + id);
        timeline.note(
                "app",
                "waits with " + id + ": "
                        + (orphan.path("shipments").isEmpty() ? "an orphan" : "an orphan it can show by its number"));
        boolean killed = killer.arm(Point.HAND_OVER, "erp:sales-order:" + salesOrder);
        floor.typeInNumbers(id, List.of(part(shipment, true)));
        long since = did("WMS", "types " + salesOrder + " into " + id);
        told.add(id);
        told.add(carton.tracking());
        if (killed) {
            killer.awaitDeathAndReturn();
        }
        crm.awaitStatus("SHIPPED", told, since);
        settle(crm, id, shipment);
    }

    private Carton pack(String id, Shipment shipment) {
        Carton carton = new Carton(staff.numbers().sscc(), staff.numbers().tracking(shipment.carrier()));
        floor.plan(id, shipment.carrier(), List.of(part(shipment, !shipment.lateNumber())));
        floor.startPicking(id);
        floor.picked(id);
        floor.packed(id, shipment.carrier(), List.of(carton));
        return carton;
    }

    private Part part(Shipment shipment, boolean numbered) {
        return new Part(numbered ? salesOrder : null, shipment.portions());
    }

    private void settle(CrmWatch crm, String id, Shipment shipment) {
        staff.erp().postDelivery(salesOrder, staff.numbers().document("D"), Site.EAST, id, shipment.portions());
        staff.erp().postInvoice(salesOrder, staff.numbers().document("I"), shipment.portions());
        crm.awaitNews(did("ERP", "posts the delivery of " + id + " and its invoice"));
    }

    private long did(String system, String what) {
        long now = System.nanoTime();
        timeline.did(system, what);
        return now;
    }
}
