package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Request.Wanted;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The office of the warehouse in the east. */
final class EastOffice implements WarehouseOffice {
    private final Desk desk;

    EastOffice(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void takeOver(String order, String salesOrder, Request request) {
        desk.transaction("Taking over " + order, connection -> {
            run(
                    connection,
                    "insert into orders (id, erp_order_no, customer_code, warehouse, status, ship_by, ship_to_name,"
                            + " ship_to_address) values (?, ?, ?, 'EAST', 'NEW', current_date + 3, ?, ?) on conflict do nothing",
                    order,
                    salesOrder,
                    request.customer(),
                    "Receiving dock",
                    "1 Depot Road");
            int number = 1;
            for (Wanted wanted : request.wanted()) {
                run(
                        connection,
                        "insert into order_lines (order_id, line_no, erp_line_no, sku, unit, qty_ordered)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        order,
                        number++,
                        wanted.line(),
                        wanted.sku(),
                        wanted.unit(),
                        wanted.quantity());
            }
        });
    }

    @Override
    public void allocate(String order, List<Line> lines, boolean stockCame) {
        String status = stockCame
                ? "RELEASED"
                : switch (Stock.of(lines)) {
                    case ALL -> "ALLOCATED";
                    case SOME -> "PART_ALLOCATED";
                    case NONE -> "BACKORDERED";
                };
        desk.transaction("Allocating " + order, connection -> {
            for (Line line : lines) {
                BigDecimal backordered = stockCame ? BigDecimal.ZERO : line.backordered();
                run(
                        connection,
                        "update order_lines set qty_allocated = ?, qty_backordered = ?, updated_at = now()"
                                + " where order_id = ? and erp_line_no = ?",
                        line.ordered().subtract(backordered),
                        backordered,
                        order,
                        line.erpLine());
            }
            setStatus(connection, order, status);
        });
    }

    @Override
    public void cancel(String order, List<Line> lines) {
        desk.transaction("Cancelling in " + order, connection -> {
            for (Line line : lines) {
                run(
                        connection,
                        "update order_lines set qty_cancelled = ?, qty_allocated = ?, qty_backordered = ?, updated_at = now()"
                                + " where order_id = ? and erp_line_no = ?",
                        line.cancelled(),
                        line.inStock(),
                        line.backordered(),
                        order,
                        line.erpLine());
            }
            if (Plan.isAllCancelled(lines)) {
                setStatus(connection, order, "CANCELLED");
            }
        });
    }

    @Override
    public void release(String order) {
        desk.transaction("Releasing " + order, connection -> setStatus(connection, order, "RELEASED"));
    }

    @Override
    public void closeShort(String order, List<Line> lines) {
        desk.transaction("Closing short " + order, connection -> {
            for (Line line : lines) {
                run(
                        connection,
                        "update order_lines set closed_short = true, updated_at = now() where order_id = ? and erp_line_no = ?",
                        order,
                        line.erpLine());
            }
            setStatus(connection, order, "CLOSED");
        });
    }

    @Override
    public void close(String order) {
        desk.transaction("Closing " + order, connection -> setStatus(connection, order, "CLOSED"));
    }

    private static void setStatus(Connection connection, String order, String status) throws SQLException {
        run(connection, "update orders set status = ?, updated_at = now() where id = ?", status, order);
    }
}
