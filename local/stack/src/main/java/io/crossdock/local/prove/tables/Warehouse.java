package io.crossdock.local.prove.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tables of the WMS as they were seen last. The warehouse deletes documents a while after they are finished, which takes
 * nothing back; so a finished document that is gone is remembered, and an unfinished one that is gone is forgotten.
 */
final class Warehouse {

    private static final Set<String> FINISHED = Set.of("CLOSED", "SHIPPED", "CANCELLED");

    private final Map<String, Document> orders = new LinkedHashMap<>();
    private final Map<String, Document> shipments = new LinkedHashMap<>();

    /** A document with its lines by number. */
    record Document(String id, String salesOrder, String status, Map<Integer, Line> lines) {
        private boolean isFinished() {
            return FINISHED.contains(status);
        }
    }

    /**
     * A line of either kind of document; quantities that the kind does not have are zero.
     *
     * @param salesOrder number in the ERP; the document's own if the row has none
     */
    record Line(
            String salesOrder,
            int salesLine,
            BigDecimal quantity,
            BigDecimal allocated,
            BigDecimal backordered,
            boolean closedShort) {}

    /** Reads all tables in one snapshot of the database. */
    void look(Connection wms) throws SQLException {
        wms.setAutoCommit(false);
        wms.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = wms.createStatement()) {
            remember(orders, read(statement, """
                    select o.id, o.erp_order_no, o.status, l.line_no, o.erp_order_no, l.erp_line_no, 0,
                           l.qty_allocated, l.qty_backordered, l.closed_short
                      from orders o left join order_lines l on l.order_id = o.id order by o.id, l.line_no"""));
            remember(shipments, read(statement, """
                    select s.id, s.erp_order_no, s.status, l.line_no, coalesce(l.erp_order_no, s.erp_order_no),
                           l.erp_line_no, l.quantity, 0, 0, false
                      from shipments s left join shipment_lines l on l.shipment_id = s.id order by s.id, l.line_no"""));
        } finally {
            wms.rollback();
            wms.setAutoCommit(true);
        }
    }

    int count() {
        return orders.size();
    }

    Iterable<Document> orders() {
        return orders.values();
    }

    Iterable<Document> shipments() {
        return shipments.values();
    }

    static void remember(Map<String, Document> known, Map<String, Document> seen) {
        known.values().removeIf(document -> !document.isFinished() && !seen.containsKey(document.id()));
        known.putAll(seen);
    }

    private static Map<String, Document> read(Statement statement, String sql) throws SQLException {
        Map<String, Document> documents = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Document document = documents.get(rows.getString(1));
                if (document == null) {
                    document = new Document(rows.getString(1), text(rows, 2), rows.getString(3), new HashMap<>());
                    documents.put(document.id(), document);
                }
                int number = rows.getInt(4);
                if (!rows.wasNull()) {
                    document.lines().put(number, line(rows));
                }
            }
        }
        return documents;
    }

    private static Line line(ResultSet rows) throws SQLException {
        return new Line(
                text(rows, 5),
                rows.getInt(6),
                rows.getBigDecimal(7),
                rows.getBigDecimal(8),
                rows.getBigDecimal(9),
                rows.getBoolean(10));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? "" : value;
    }
}
