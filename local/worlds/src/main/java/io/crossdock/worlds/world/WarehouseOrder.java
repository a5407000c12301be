package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sales order, as far as one warehouse works on it. */
final class WarehouseOrder {

    /** Its state in the warehouse. */
    enum Status {
        NEW,
        ALLOCATED,
        RELEASED,
        CLOSED,
        CANCELLED
    }

    final Warehouse warehouse;
    final SalesOrder salesOrder;
    final String id;
    final List<WarehouseLine> lines = new ArrayList<>();
    final Firsts firsts;
    Status status = Status.NEW;
    /** The order that its header names by mistake; null if it names its own. */
    @Nullable
    SalesOrder namedByMistake;

    /** True once its rows were deleted because it was finished: what it said still holds. */
    boolean archived;
    /** True once its rows were deleted as if it had never been. */
    boolean deleted;

    WarehouseOrder(Warehouse warehouse, SalesOrder salesOrder, String id) {
        this.warehouse = warehouse;
        this.salesOrder = salesOrder;
        this.firsts = new Firsts(salesOrder.sale.log);
        this.id = id;
    }

    boolean isStanding() {
        return status != Status.CANCELLED && !deleted;
    }

    /** True if people in the warehouse can still do something about it. */
    boolean isWorkedOn() {
        return isStanding() && status != Status.CLOSED && !archived;
    }

    String name() {
        return warehouse.name + ":order:" + id;
    }
}
