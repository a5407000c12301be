package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Line;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** People in the warehouse's office: they take orders over, allocate stock, release to picking, close. */
public final class WarehouseOffice {
    private final Desk desk;

    /** People at the given desk. */
    public WarehouseOffice(Desk desk) {
        this.desk = desk;
    }

    /** Takes the goods of a sales order over as a warehouse order with a number of its own. */
    public void takeOver(String order, String salesOrder, Plan plan) {
        desk.transaction("Taking over " + order, connection -> {
            run(
                    connection,
                    "insert into orders (id, erp_order_no, customer_code, warehouse, status, ship_by, ship_to_name,"
                            + " ship_to_address) values (?, ?, ?, 'EAST', 'NEW', current_date + 3, ?, ?) on conflict do nothing",
                    order,
                    salesOrder,
                    plan.customer(),
                    "Receiving dock",
                    "1 Depot Road");
            for (Line line : plan.goods()) {
                run(
                        connection,
                        "insert into order_lines (order_id, line_no, erp_line_no, sku, unit, qty_ordered)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        order,
                        line.wmsLine(),
                        line.erpLine(),
                        line.sku(),
                        line.unit(),
                        line.ordered());
            }
        });
    }

    /** Allocates what is in stock; the rest is on backorder. */
    public void allocate(String order, Plan plan, boolean stockCame) {
        boolean all = true;
        boolean none = true;
        for (Line line : plan.goods()) {
            BigDecimal backordered = stockCame ? BigDecimal.ZERO : line.backordered();
            all &= backordered.signum() == 0;
            none &= line.ordered().compareTo(backordered) == 0;
        }
        String status = stockCame ? "RELEASED" : all ? "ALLOCATED" : none ? "BACKORDERED" : "PART_ALLOCATED";
        desk.transaction("Allocating " + order, connection -> {
            for (Line line : plan.goods()) {
                BigDecimal backordered = stockCame ? BigDecimal.ZERO : line.backordered();
                run(
                        connection,
                        "update order_lines set qty_allocated = ?, qty_backordered = ?, updated_at = now()"
                                + " where order_id = ? and line_no = ?",
                        line.ordered().subtract(backordered),
                        backordered,
                        order,
                        line.wmsLine());
            }
            setStatus(connection, order, status);
        });
    }

    /** Follows the ERP: takes cancelled units back out of allocation; the whole order, if nothing is left of it. */
    public void cancel(String order, List<Line> lines) {
        boolean whole = lines.stream().allMatch(line -> line.ordered().compareTo(line.cancelled()) == 0);
        desk.transaction("Cancelling in " + order, connection -> {
            for (Line line : lines) {
                run(
                        connection,
                        "update order_lines set qty_cancelled = ?, qty_allocated = ?, qty_backordered = ?, updated_at = now()"
                                + " where order_id = ? and line_no = ?",
                        line.cancelled(),
                        line.inStock(),
                        line.backordered(),
                        order,
                        line.wmsLine());
            }
            if (whole) {
                setStatus(connection, order, "CANCELLED");
            }
        });
    }

    /** Releases the order to picking. */
    public void release(String order) {
        desk.transaction("Releasing " + order, connection -> setStatus(connection, order, "RELEASED"));
    }

    /** Gives up on what was not shipped. */
    public void closeShort(String order, List<Line> lines) {
        desk.transaction("Closing short " + order, connection -> {
            for (Line line : lines) {
                run(
                        connection,
                        "update order_lines set closed_short = true, updated_at = now() where order_id = ? and line_no = ?",
                        order,
                        line.wmsLine());
            }
            setStatus(connection, order, "CLOSED");
        });
    }

    /** Closes an order of which everything was shipped. */
    public void close(String order) {
        desk.transaction("Closing " + order, connection -> setStatus(connection, order, "CLOSED"));
    }

    private static void setStatus(Connection connection, String order, String status) throws SQLException {
        run(connection, "update orders set status = ?, updated_at = now() where id = ?", status, order);
    }
}
