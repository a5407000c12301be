package io.crossdock.local.prove.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of the ERP: sales orders by their number, and by the order of the customer that they refer to. */
final class SalesOrders {

    private static final int SHORT_FORM = 15;

    private final Map<String, SalesOrder> byReference = new HashMap<>();
    private final Map<String, SalesOrder> byNumber = new HashMap<>();

    /** A sales order; {@code accepted}: whether its content is the ERP's by now; {@code refers}: whether it names a CRM order. */
    record SalesOrder(String number, String status, boolean accepted, boolean refers, List<SalesLine> lines) {}

    /** A line that can be shipped; {@code customerLine} is the CRM's number, 0 if none. */
    record SalesLine(int number, int customerLine, BigDecimal ordered, BigDecimal cancelled) {}

    static SalesOrders read(Connection erp) throws SQLException {
        SalesOrders orders = new SalesOrders();
        String sql = """
                select o.order_no, o.customer_reference, o.status, o.accepted_at, l.line_no, coalesce(l.customer_line, 0),
                       l.qty_ordered, l.qty_cancelled
                  from sales_orders o left join sales_order_lines l on l.order_no = o.order_no and l.line_type = 'ITEM'
                 order by o.order_no, l.line_no""";
        try (Statement statement = erp.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String status = rows.getString(3);
                boolean accepted = rows.getObject(4) != null || status.equals("ACCEPTED") || status.equals("CLOSED");
                String number = rows.getString(1);
                String reference = rows.getString(2);
                SalesOrder order = orders.byNumber.computeIfAbsent(
                        number, key -> new SalesOrder(number, status, accepted, reference != null, new ArrayList<>()));
                if (reference != null) {
                    orders.byReference.putIfAbsent(key(reference), order);
                }
                rows.getInt(5);
                if (!rows.wasNull()) {
                    order.lines()
                            .add(new SalesLine(
                                    rows.getInt(5), rows.getInt(6), rows.getBigDecimal(7), rows.getBigDecimal(8)));
                }
            }
        }
        return orders;
    }

    /** The sales order that refers to a CRM order; null while there is none. */
    @Nullable
    SalesOrder of(String crmId) {
        SalesOrder order = byReference.get(key(crmId));
        return order != null ? order : byReference.get(key(crmId.substring(0, SHORT_FORM)));
    }

    /** The sales order with that number; null if there is none. */
    @Nullable
    SalesOrder numbered(String number) {
        return byNumber.get(number);
    }

    /** The long form means the same in any case, the short form does not. */
    private static String key(String reference) {
        return reference.length() == SHORT_FORM ? reference : reference.toUpperCase(Locale.ROOT);
    }
}
