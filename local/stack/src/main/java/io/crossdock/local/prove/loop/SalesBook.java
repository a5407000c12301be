package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.prove.tables.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ERP's sales orders as far as somebody has to learn of them. */
final class SalesBook {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A sales order.
     *
     * @param purchaseOrder the customer's number
     * @param cancelled true if all of it is cancelled
     * @param warehouses who ships a part of it
     */
    record Entry(String purchaseOrder, boolean cancelled, Set<String> warehouses) {}

    /** Reads those of the given numbers that the ERP has accepted. */
    static SalesBook read(Secrets secrets, Set<String> salesOrders) {
        SalesBook book = new SalesBook();
        String sql = """
                select o.order_no, o.customer_po, o.status, coalesce(l.warehouse, '')
                  from sales_orders o join sales_order_lines l on l.order_no = o.order_no and l.line_type = 'ITEM'
                 where o.accepted_at is not null""";
        try (Database erp = new Database(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE))) {
            erp.read(sql, row -> {
                String number = row.getString(1);
                if (salesOrders.contains(number)) {
                    String purchaseOrder = row.getString(2);
                    boolean cancelled = row.getString(3).equals("CANCELLED");
                    book.entries
                            .computeIfAbsent(number, none -> new Entry(purchaseOrder, cancelled, new TreeSet<>()))
                            .warehouses()
                            .add(row.getString(4));
                }
                return number;
            });
        }
        return book;
    }

    /** All of them by number. */
    Map<String, Entry> entries() {
        return entries;
    }
}
