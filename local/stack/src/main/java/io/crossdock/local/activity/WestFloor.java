package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Portion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The floor of the warehouse in the west: loads, picked line by line, and parcels. */
final class WestFloor implements WarehouseFloor {
    private final Desk desk;

    WestFloor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void plan(String id, String carrier, List<Part> parts) {
        desk.transaction("Planning " + id, connection -> {
            run(
                    connection,
                    "insert into whs.loads (load_no, host_ref, site, stat, carrier_cd, dock) values (?, ?, 'WEST', 10, ?, 'D4')"
                            + " on conflict do nothing",
                    id,
                    hostRef(WarehouseFloor.onlyOrder(parts)),
                    code(carrier));
            int line = 1;
            for (Part part : parts) {
                for (Portion portion : part.portions()) {
                    run(
                            connection,
                            "insert into whs.load_lines (load_no, seq, host_ref, host_line, item_no, uom, qty_load, rem_pick)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                            id,
                            line++,
                            hostRef(part.salesOrder()),
                            WestNumbers.hostLine(portion.line().erpLine()),
                            portion.line().sku(),
                            portion.line().unit(),
                            portion.quantity(),
                            portion.quantity());
                }
            }
        });
    }

    /** The first line is picked at once: the load is in picking and a part of it is picked. */
    @Override
    public void startPicking(String id) {
        desk.transaction("Picking " + id, connection -> {
            run(connection, remaining("0", "seq = 1"), id);
            run(connection, update("stat = 20"), id);
        });
    }

    @Override
    public void giveUp(String id) {
        desk.transaction("Giving up " + id, connection -> {
            run(connection, remaining("qty_load", "true"), id);
            run(connection, update("stat = 90"), id);
        });
    }

    @Override
    public void picked(String id) {
        desk.transaction("Picking " + id, connection -> {
            run(connection, remaining("0", "true"), id);
            run(connection, update("stat = 30, picked_ts = " + WestNumbers.NOW), id);
        });
    }

    @Override
    public void packed(String id, String carrier, List<Carton> cartons) {
        desk.transaction("Packing " + id, connection -> {
            int number = 1;
            for (Carton carton : cartons) {
                run(
                        connection,
                        "insert into whs.parcels (load_no, parcel_no, sscc, carrier_cd, track_no, weight_g)"
                                + " values (?, ?, ?, ?, ?, 4200) on conflict do nothing",
                        id,
                        number++,
                        carton.sscc(),
                        code(carrier),
                        carton.tracking());
            }
            run(connection, update("stat = 40, packed_ts = " + WestNumbers.NOW), id);
        });
    }

    @Override
    public void shipped(String id) {
        desk.transaction(
                "Shipping " + id, connection -> run(connection, update("stat = 50, left_ts = " + WestNumbers.NOW), id));
    }

    @Override
    public void typeInNumbers(String id, List<Part> parts) {
        desk.transaction("Typing order numbers into " + id, connection -> {
            int line = 1;
            for (Part part : parts) {
                for (int i = 0; i < part.portions().size(); i++) {
                    run(
                            connection,
                            "update whs.load_lines set host_ref = ?, mod_ts = " + WestNumbers.NOW
                                    + " where load_no = ? and seq = ?",
                            hostRef(part.salesOrder()),
                            id,
                            line++);
                }
            }
            run(connection, update("host_ref = ?"), hostRef(WarehouseFloor.onlyOrder(parts)), id);
        });
    }

    private static String remaining(String quantity, String which) {
        return "update whs.load_lines set rem_pick = " + quantity + ", mod_ts = " + WestNumbers.NOW
                + " where load_no = ? and " + which;
    }

    private static String update(String assignments) {
        return "update whs.loads set " + assignments + ", mod_ts = " + WestNumbers.NOW + " where load_no = ?";
    }

    private static @Nullable String hostRef(@Nullable String salesOrder) {
        return salesOrder == null ? null : WestNumbers.hostRef(salesOrder);
    }

    /** Carriers have codes of four letters here. */
    private static String code(String carrier) {
        return switch (carrier) {
            case "UPS" -> "UPSN";
            case "FEDEX" -> "FDEG";
            case "DHL" -> "DHLC";
            default -> carrier;
        };
    }
}
