package io.crossdock.local.prove.reconcile;

import io.crossdock.local.database.Login;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.trial.TrialOrder;
import java.util.List;

/** A packed shipment that somebody deletes in the warehouse of the east. */
final class Vanished {

    private final Login people;
    private final TrialOrder order;

    Vanished(Secrets secrets, TrialOrder order) {
        this.people = new Login(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE));
        this.order = order;
    }

    String shipment() {
        return order.shipment();
    }

    /** Its lines go with it. */
    void delete() {
        people.run(List.of("delete from shipments where id = '" + order.shipment() + "'"));
    }

    /** What the exception says is to be done: such a row is inserted with its key, and deleted again. */
    void deleteOnceMore() {
        people.run(List.of(
                "insert into shipments (id, erp_order_no, status, warehouse) values ('" + order.shipment() + "', '"
                        + order.salesOrder() + "', 'PACKED', 'EAST')",
                "insert into shipment_lines (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity) values ('"
                        + order.shipment() + "', 1, '" + order.salesOrder() + "', 10, 'TRIAL-BOLT', 'EA', 10)"));
        delete();
    }
}
