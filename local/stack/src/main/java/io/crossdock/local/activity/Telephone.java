package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Moment;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import io.crossdock.local.activity.WarehouseFloor.Carton;
import io.crossdock.local.activity.WarehouseFloor.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * People who take orders by telephone: the ERP captures them and the east ships them, without anybody who needs the CRM. It learns
 * of them from us alone. For many threads.
 */
public final class Telephone implements AutoCloseable {
    private static final String CARRIER = "UPS";

    private final Desks desks;
    private final HandOver handOver;
    private final Staff staff;

    /**
     * People at the given systems.
     *
     * @param way how a warehouse learns of an order
     * @param patience how long it waits until it is told
     */
    public Telephone(Systems systems, HandOver.Way way, Duration patience) {
        this.desks = Desks.at(systems);
        this.handOver = HandOver.at(desks, way, patience);
        this.staff = Staff.at(systems, desks, handOver);
    }

    /** Takes an order of that customer: it is entered and accepted. */
    public PhoneOrder take(String customer) {
        Numbers numbers = staff.numbers();
        PhoneOrder order = new PhoneOrder(
                numbers.salesOrder(),
                numbers.purchaseOrder(),
                numbers.warehouseOrder(Site.EAST),
                numbers.shipment(Site.EAST),
                plan(customer));
        staff.erp().enter(order.salesOrder(), "", order.purchaseOrder(), order.plan());
        staff.erp().accept(order.salesOrder());
        return order;
    }

    /** The warehouse takes it over, has all of it in stock and releases it to picking. */
    public void handOver(PhoneOrder order) {
        Request request = handOver.order(Site.EAST, order.salesOrder(), order.plan());
        WarehouseOffice office = staff.east().office();
        office.takeOver(order.warehouseOrder(), order.salesOrder(), request);
        office.allocate(order.warehouseOrder(), order.plan().goods(), false);
        office.release(order.warehouseOrder());
    }

    /** It is picked and packed as one shipment, and leaves. */
    public void ship(PhoneOrder order) {
        WarehouseFloor floor = staff.east().floor();
        List<Portion> portions = order.plan().shipments().getFirst().portions();
        floor.plan(order.shipment(), CARRIER, List.of(new Part(order.salesOrder(), portions)));
        floor.startPicking(order.shipment());
        floor.picked(order.shipment());
        Numbers numbers = staff.numbers();
        floor.packed(order.shipment(), CARRIER, List.of(new Carton(numbers.sscc(), numbers.tracking(CARRIER))));
        floor.shipped(order.shipment());
    }

    private static Plan plan(String customer) {
        Line line = new Line(
                1,
                10,
                Site.EAST,
                "SKU-1000",
                "EA",
                "ITEM",
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("1.50"));
        Shipment shipment =
                new Shipment(Site.EAST, List.of(new Portion(line, line.ordered())), CARRIER, 1, false, false, false);
        return new Plan(
                Scenario.SHIPPED_AT_ONCE,
                customer,
                false,
                false,
                false,
                false,
                Moment.AT_ONCE,
                List.of(line),
                List.of(shipment),
                null);
    }

    @Override
    public void close() {
        handOver.close();
        desks.close();
    }
}
