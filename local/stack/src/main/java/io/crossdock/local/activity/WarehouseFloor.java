package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import java.util.List;

/** People on the warehouse's floor: they plan shipments, pick, pack and ship them. */
public final class WarehouseFloor {
    private final Desk desk;

    /** People at the given desk. */
    public WarehouseFloor(Desk desk) {
        this.desk = desk;
    }

    /** Plans a shipment; with a late number, neither the shipment nor its lines say which sales order it is for. */
    public void plan(String id, String salesOrder, Shipment shipment) {
        String number = shipment.lateNumber() ? null : salesOrder;
        desk.transaction("Planning " + id, connection -> {
            run(
                    connection,
                    "insert into shipments (id, erp_order_no, status, warehouse, carrier) values (?, ?, 'PLANNED', 'EAST', ?)"
                            + " on conflict do nothing",
                    id,
                    number,
                    shipment.carrier());
            int line = 1;
            for (Portion portion : shipment.portions()) {
                run(
                        connection,
                        "insert into shipment_lines (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        id,
                        line++,
                        number,
                        portion.line().erpLine(),
                        portion.line().sku(),
                        portion.line().unit(),
                        portion.quantity());
            }
        });
    }

    /** Starts to pick. */
    public void startPicking(String id) {
        set(id, "status = 'PICKING'");
    }

    /** Gives a shipment up before it is picked. */
    public void giveUp(String id) {
        set(id, "status = 'CANCELLED'");
    }

    /** Has picked everything on it. */
    public void picked(String id) {
        set(id, "status = 'PICKED', picked_at = now()");
    }

    /** Has packed everything on it into cartons, one tracking number each. */
    public void packed(String id, String carrier, List<Carton> cartons) {
        desk.transaction("Packing " + id, connection -> {
            int number = 1;
            for (Carton carton : cartons) {
                run(
                        connection,
                        "insert into cartons (shipment_id, carton_no, sscc, carrier, tracking_no, weight_kg)"
                                + " values (?, ?, ?, ?, ?, 4.2) on conflict do nothing",
                        id,
                        number++,
                        carton.sscc(),
                        carrier,
                        carton.tracking());
            }
            run(connection, update("status = 'PACKED', packed_at = now()"), id);
        });
    }

    /** A package. */
    public record Carton(String sscc, String tracking) {}

    /** Has handed the shipment to the carrier. */
    public void shipped(String id) {
        set(id, "status = 'SHIPPED', shipped_at = now()");
    }

    /** Types in, after all, which sales order the shipment was for. */
    public void typeInNumber(String id, String salesOrder) {
        desk.transaction("Typing the order number into " + id, connection -> {
            run(connection, "update shipment_lines set erp_order_no = ? where shipment_id = ?", salesOrder, id);
            run(connection, "update shipments set erp_order_no = ?, updated_at = now() where id = ?", salesOrder, id);
        });
    }

    private void set(String id, String assignments) {
        desk.transaction("Updating " + id, connection -> run(connection, update(assignments), id));
    }

    private static String update(String assignments) {
        return "update shipments set " + assignments + ", updated_at = now() where id = ?";
    }
}
