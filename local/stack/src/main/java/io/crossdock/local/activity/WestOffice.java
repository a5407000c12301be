package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Request.Wanted;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The office of the warehouse in the west: pick tickets, waves, and what remains to be done. */
final class WestOffice implements WarehouseOffice {
    private static final int WAITS_FOR_STOCK = 20;
    private static final int ALLOCATED_IN_PART = 30;
    private static final int ALLOCATED = 40;
    private static final int IN_A_WAVE = 50;
    private static final int CLOSED = 80;
    private static final int CANCELLED = 90;

    private final Desk desk;

    WestOffice(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void takeOver(String order, String salesOrder, Request request) {
        desk.transaction("Taking over " + order, connection -> {
            run(
                    connection,
                    "insert into whs.pick_tickets (ticket_no, host_ref, client_no, site, stat, due_date, ship_to)"
                            + " values (?, ?, ?, 'WEST', 10, current_date + 3, '1 Harbour Way') on conflict do nothing",
                    order,
                    WestNumbers.hostRef(salesOrder),
                    request.customer());
            int number = 1;
            for (Wanted wanted : request.wanted()) {
                run(
                        connection,
                        "insert into whs.pick_lines (ticket_no, seq, host_line, item_no, uom, qty_req, rem_alloc)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        order,
                        number++,
                        WestNumbers.hostLine(wanted.line()),
                        wanted.sku(),
                        wanted.unit(),
                        wanted.quantity(),
                        wanted.quantity());
            }
        });
    }

    @Override
    public void allocate(String order, List<Line> lines, boolean stockCame) {
        int status = stockCame
                ? IN_A_WAVE
                : switch (Stock.of(lines)) {
                    case ALL -> ALLOCATED;
                    case SOME -> ALLOCATED_IN_PART;
                    case NONE -> WAITS_FOR_STOCK;
                };
        desk.transaction("Allocating " + order, connection -> {
            for (Line line : lines) {
                BigDecimal missing = stockCame ? BigDecimal.ZERO : line.backordered();
                set(connection, order, line, "rem_alloc = ?, qty_short = ?", missing, missing);
            }
            setStatus(connection, order, status);
        });
    }

    /** In one update of a line: a moment with fewer units wanted and the old rest would look like more units allocated. */
    @Override
    public void cancel(String order, List<Line> lines) {
        desk.transaction("Cancelling in " + order, connection -> {
            for (Line line : lines) {
                set(
                        connection,
                        order,
                        line,
                        "qty_req = ?, qty_cxl = ?, rem_alloc = ?, qty_short = ?",
                        line.ordered().subtract(line.cancelled()),
                        line.cancelled(),
                        line.backordered(),
                        line.backordered());
            }
            if (Plan.isAllCancelled(lines)) {
                setStatus(connection, order, CANCELLED);
            }
        });
    }

    @Override
    public void release(String order) {
        desk.transaction("Releasing " + order, connection -> {
            run(
                    connection,
                    "insert into whs.waves (wave_no, stat, released_ts) values (?, 20, " + WestNumbers.NOW
                            + ") on conflict do nothing",
                    order);
            run(connection, "update whs.pick_tickets set wave_no = ? where ticket_no = ?", order, order);
            setStatus(connection, order, IN_A_WAVE);
        });
    }

    @Override
    public void closeShort(String order, List<Line> lines) {
        desk.transaction("Closing short " + order, connection -> {
            for (Line line : lines) {
                set(connection, order, line, "final_flag = ?", "Y");
            }
            setStatus(connection, order, CLOSED);
        });
    }

    @Override
    public void close(String order) {
        desk.transaction("Closing " + order, connection -> setStatus(connection, order, CLOSED));
    }

    private static void set(Connection connection, String order, Line line, String assignments, Object... values)
            throws SQLException {
        Object[] parameters = new Object[values.length + 2];
        System.arraycopy(values, 0, parameters, 0, values.length);
        parameters[values.length] = order;
        parameters[values.length + 1] = WestNumbers.hostLine(line.erpLine());
        run(
                connection,
                "update whs.pick_lines set " + assignments + ", mod_ts = " + WestNumbers.NOW
                        + " where ticket_no = ? and host_line = ?",
                parameters);
    }

    private static void setStatus(Connection connection, String order, int status) throws SQLException {
        run(
                connection,
                "update whs.pick_tickets set stat = ?, mod_ts = " + WestNumbers.NOW + " where ticket_no = ?",
                status,
                order);
    }
}
