package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Portion;
import java.util.List;

/** The floor of the warehouse in the east. */
final class EastFloor implements WarehouseFloor {
    private final Desk desk;

    EastFloor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void plan(String id, String carrier, List<Part> parts) {
        desk.transaction("Planning " + id, connection -> {
            run(
                    connection,
                    "insert into shipments (id, erp_order_no, status, warehouse, carrier) values (?, ?, 'PLANNED', 'EAST', ?)"
                            + " on conflict do nothing",
                    id,
                    WarehouseFloor.onlyOrder(parts),
                    carrier);
            int line = 1;
            for (Part part : parts) {
                for (Portion portion : part.portions()) {
                    run(
                            connection,
                            "insert into shipment_lines (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity)"
                                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                            id,
                            line++,
                            part.salesOrder(),
                            portion.line().erpLine(),
                            portion.line().sku(),
                            portion.line().unit(),
                            portion.quantity());
                }
            }
        });
    }

    @Override
    public void startPicking(String id) {
        set(id, "status = 'PICKING'");
    }

    @Override
    public void giveUp(String id) {
        set(id, "status = 'CANCELLED'");
    }

    @Override
    public void picked(String id) {
        set(id, "status = 'PICKED', picked_at = now()");
    }

    @Override
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

    @Override
    public void shipped(String id) {
        set(id, "status = 'SHIPPED', shipped_at = now()");
    }

    @Override
    public void typeInNumbers(String id, List<Part> parts) {
        desk.transaction("Typing order numbers into " + id, connection -> {
            int line = 1;
            for (Part part : parts) {
                for (int i = 0; i < part.portions().size(); i++) {
                    run(
                            connection,
                            "update shipment_lines set erp_order_no = ? where shipment_id = ? and line_no = ?",
                            part.salesOrder(),
                            id,
                            line++);
                }
            }
            run(
                    connection,
                    "update shipments set erp_order_no = ?, updated_at = now() where id = ?",
                    WarehouseFloor.onlyOrder(parts),
                    id);
        });
    }

    private void set(String id, String assignments) {
        desk.transaction("Updating " + id, connection -> run(connection, update(assignments), id));
    }

    private static String update(String assignments) {
        return "update shipments set " + assignments + ", updated_at = now() where id = ?";
    }
}
