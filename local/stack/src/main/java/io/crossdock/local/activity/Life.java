package io.crossdock.local.activity;

import io.crossdock.local.activity.Dispatch.Freight;
import io.crossdock.local.activity.Plan.Moment;
import io.crossdock.local.activity.Plan.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The life of one order, or of two that share a load, told in the order in which people do things. */
final class Life {
    private final Staff staff;
    private final Rhythm rhythm;
    private final List<OrderFile> orders = new ArrayList<>();

    Life(Staff staff, Plan plan, double speed, long seed) {
        this.staff = staff;
        this.rhythm = new Rhythm(new SplittableRandom(seed), speed);
        orders.add(new OrderFile(staff, plan));
        if (plan.companion() != null) {
            orders.add(new OrderFile(staff, plan.companion()));
        }
    }

    /** Lives it to the end. */
    List<Ended> live() {
        for (OrderFile order : orders) {
            place(order);
            handOver(order);
        }
        OrderFile first = orders.getFirst();
        if (first.plan().scenario().isShipped()) {
            orders.forEach(this::release);
            first.plan().shipments().forEach(this::ship);
            orders.forEach(OrderFile::finish);
        }
        return orders.stream().map(OrderFile::ended).toList();
    }

    /** Somebody who rings up is entered at the ERP first, and captured by sales, who know nothing of it, as well. */
    private void place(OrderFile order) {
        boolean byTelephone = order.plan().referenceComes() != Moment.AT_ONCE;
        if (byTelephone) {
            order.enter();
            rhythm.pause();
            order.capture();
        } else {
            order.capture();
            rhythm.pause();
            order.enter();
        }
        rhythm.pause();
        order.accept();
        rhythm.pause();
        refer(order, Moment.BEFORE_HAND_OVER);
    }

    private void handOver(OrderFile order) {
        Plan plan = order.plan();
        boolean atWarehouse = plan.scenario() != Scenario.CANCELLED || plan.afterHandOver();
        boolean oneAfterTheOther = plan.oneAfterTheOther()
                && plan.scenario().isShipped()
                && order.cancelled().isEmpty();
        List<SiteWork> works = atWarehouse ? order.works() : List.of();
        for (SiteWork work : works) {
            order.takeOver(work);
            rhythm.pause();
        }
        for (SiteWork work : oneAfterTheOther ? works.subList(0, 1) : works) {
            work.allocate();
            rhythm.pause();
        }
        if (!order.cancelled().isEmpty()) {
            cancel(order, works);
        }
    }

    private void cancel(OrderFile order, List<SiteWork> works) {
        if (rhythm.coin()) {
            order.askToCancel();
            rhythm.pause();
        }
        order.cancel();
        rhythm.pause();
        for (SiteWork work : works) {
            order.cancel(work);
            rhythm.pause();
        }
    }

    private void release(OrderFile order) {
        for (SiteWork work : order.works()) {
            if (work.canBeReleased()) {
                work.release();
                rhythm.pause();
            }
        }
    }

    private void ship(Shipment shipment) {
        OrderFile first = orders.getFirst();
        prepare(first.work(shipment.site()), shipment);
        List<Freight> freight = freight(shipment);
        Dispatch dispatch = new Dispatch(staff, rhythm, shipment, freight);
        dispatch.pack();
        if (first.plan().scenario() == Scenario.PACKED_ONLY) {
            return;
        }
        refer(first, Moment.WHILE_PACKED);
        dispatch.ship();
        refer(first, Moment.AFTER_SHIPPED);
        for (Freight each : freight) {
            each.order().postDelivery(shipment.site(), dispatch.id(), each.portions());
            rhythm.pause();
            each.order().postInvoice(dispatch.id(), each.portions());
            rhythm.pause();
        }
    }

    /** A warehouse that comes after the other begins only now; missing stock comes now. */
    private void prepare(SiteWork work, Shipment shipment) {
        if (!work.isAllocated()) {
            work.allocate();
            rhythm.pause();
            if (work.canBeReleased()) {
                work.release();
                rhythm.pause();
            }
        }
        if (shipment.waitsForStock()) {
            rhythm.pause();
            work.fill();
            rhythm.pause();
        }
    }

    /** On a shared load the order's number is there, and that of its companion may come late. */
    private List<Freight> freight(Shipment shipment) {
        List<Freight> freight = new ArrayList<>();
        boolean shared = orders.size() > 1;
        freight.add(new Freight(orders.getFirst(), shipment.portions(), !shared && shipment.lateNumber()));
        for (OrderFile other : orders.subList(1, orders.size())) {
            Shipment theirs = other.plan().shipments().getFirst();
            freight.add(new Freight(other, theirs.portions(), theirs.lateNumber()));
        }
        return freight;
    }

    private void refer(OrderFile order, Moment moment) {
        if (order.plan().referenceComes() == moment && order.isWithoutReference()) {
            order.typeInReference();
            rhythm.pause();
        }
    }
}
