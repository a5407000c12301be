package io.crossdock.local.prove.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one WMS as they were seen last, in one vocabulary for all. The warehouse deletes documents a while after they are finished, which takes
 * nothing back; so a finished document that is gone is remembered, and an unfinished one that is gone is forgotten.
 */
final class Warehouse {

    private static final Set<String> FINISHED = Set.of("CLOSED", "SHIPPED", "CANCELLED");

    private final String ordersSql;
    private final String shipmentsSql;
    final Map<String, Document> orders = new LinkedHashMap<>();
    final Map<String, Document> shipments = new LinkedHashMap<>();

    private Warehouse(String ordersSql, String shipmentsSql) {
        this.ordersSql = ordersSql;
        this.shipmentsSql = shipmentsSql;
    }

    /** The warehouse in the east: cumulative counters, statuses in words. */
    static Warehouse east() {
        return new Warehouse("""
                select o.id, o.erp_order_no, o.status, l.line_no, o.erp_order_no, l.erp_line_no, 0,
                       l.qty_allocated, l.qty_backordered, null, l.closed_short
                  from orders o left join order_lines l on l.order_id = o.id order by o.id, l.line_no""", """
                select s.id, s.erp_order_no, s.status, l.line_no, coalesce(l.erp_order_no, s.erp_order_no),
                       l.erp_line_no, l.quantity, 0, 0, null, false
                  from shipments s left join shipment_lines l on l.shipment_id = s.id order by s.id, l.line_no""");
    }

    /** The warehouse in the west: what remains, statuses and numbers in digits filled up with zeros. */
    static Warehouse west() {
        return new Warehouse("""
                select t.ticket_no, 'SO-' || ltrim(t.host_ref, '0'),
                       case t.stat when 10 then 'NEW' when 20 then 'BACKORDERED' when 30 then 'PART_ALLOCATED'
                                   when 40 then 'ALLOCATED' when 50 then 'RELEASED' when 80 then 'CLOSED' when 90 then 'CANCELLED' end,
                       l.seq, 'SO-' || ltrim(t.host_ref, '0'), l.host_line::int, 0,
                       l.qty_req - l.rem_alloc, l.qty_short, null, l.final_flag = 'Y'
                  from whs.pick_tickets t left join whs.pick_lines l on l.ticket_no = t.ticket_no order by t.ticket_no, l.seq""", """
                select d.load_no, 'SO-' || ltrim(d.host_ref, '0'),
                       case d.stat when 10 then 'PLANNED' when 20 then 'PICKING' when 30 then 'PICKED'
                                   when 40 then 'PACKED' when 50 then 'SHIPPED' when 90 then 'CANCELLED' end,
                       l.seq, 'SO-' || ltrim(l.host_ref, '0'), l.host_line::int, l.qty_load,
                       0, 0, l.qty_load - l.rem_pick, false
                  from whs.loads d left join whs.load_lines l on l.load_no = d.load_no order by d.load_no, l.seq""");
    }

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
     * @param picked units that the row itself counts as picked; null if its document's status says it
     */
    record Line(
            String salesOrder,
            int salesLine,
            BigDecimal quantity,
            BigDecimal allocated,
            BigDecimal backordered,
            @Nullable BigDecimal picked,
            boolean closedShort) {}

    /** Reads all tables in one snapshot of the database. */
    void look(Connection wms) throws SQLException {
        wms.setAutoCommit(false);
        wms.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = wms.createStatement()) {
            remember(orders, read(statement, ordersSql));
            remember(shipments, read(statement, shipmentsSql));
        } finally {
            wms.rollback();
            wms.setAutoCommit(true);
        }
    }

    int count() {
        return orders.size();
    }

    /** How many shipments hold lines of several of these sales orders. */
    int consolidated(Set<String> salesOrders) {
        return (int) shipments.values().stream()
                .filter(shipment -> shipment.lines().values().stream()
                                .map(Line::salesOrder)
                                .filter(salesOrders::contains)
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    /** Each of these sales orders on each shipment that has left; {@code house} is the connection's name. */
    Set<Happened.Left> left(String house, Set<String> salesOrders) {
        Set<Happened.Left> left = new HashSet<>();
        for (Document shipment : shipments.values()) {
            if (shipment.status().equals("SHIPPED")) {
                shipment.lines().values().stream()
                        .map(Line::salesOrder)
                        .filter(salesOrders::contains)
                        .forEach(order -> left.add(new Happened.Left(house + ":shipment:" + shipment.id(), order)));
            }
        }
        return left;
    }

    /** How many of these sales orders both houses have taken over a part of. */
    static int inBoth(Warehouse one, Warehouse other, Set<String> salesOrders) {
        Set<String> both = new HashSet<>(salesOrders);
        both.retainAll(one.orders.values().stream().map(Document::salesOrder).toList());
        both.retainAll(other.orders.values().stream().map(Document::salesOrder).toList());
        return both.size();
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
                rows.getBigDecimal(10),
                rows.getBoolean(11));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? "" : value;
    }
}
