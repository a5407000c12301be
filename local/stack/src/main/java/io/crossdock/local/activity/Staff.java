package io.crossdock.local.activity;

/**
 * Everybody who works on orders, and the numbers they give.
 *
 * @param sales at the CRM
 * @param erp at the ERP
 * @param office at the WMS
 * @param floor at the WMS
 * @param numbers the number ranges
 */
public record Staff(SalesDesk sales, ErpClerk erp, WarehouseOffice office, WarehouseFloor floor, Numbers numbers) {

    /** People at the desks of the given systems. */
    public static Staff at(Systems systems, Desk wms, Desk erp) {
        return new Staff(
                new SalesDesk(systems),
                new ErpClerk(erp),
                new WarehouseOffice(wms),
                new WarehouseFloor(wms),
                new Numbers());
    }
}
