package io.crossdock.topology;

import java.util.List;

/** Orders as the systems write them, row by row. */
final class TestOrders {

    private TestOrders() {}

    /**
     * A row of a source.
     *
     * @param entity connection and entity
     * @param columns the columns that matter, JSON with {@code '} for {@code "}
     * @param version grows with each change at the source
     */
    record Row(String entity, String columns, long version) {}

    /** One line, one shipment, one invoice: done, because no carrier tells of its delivery. Its number has at most three digits. */
    static List<Row> done(int number) {
        String so = "SO-" + number;
        String crm = String.format("8015g00000AB%03dAAD", number);
        return List.of(
                new Row("crm/orders", "{'Id':'" + crm + "','OrderNumber':'" + (1000 + number) + "'}", 1),
                new Row(
                        "crm/order-items",
                        "{'Id':'802A" + number + "','OrderId':'" + crm + "','LineNumber__c':1,'Quantity':5}",
                        2),
                new Row("erp/sales-orders", "{'order_no':'" + so + "','customer_reference':'" + crm + "'}", 3),
                new Row(
                        "erp/sales-order-lines",
                        "{'order_no':'" + so + "','line_no':10,'customer_line':1,'qty_ordered':'5'}",
                        4),
                new Row(
                        "wms-east/shipments",
                        "{'id':'S-" + number + "','erp_order_no':'" + so
                                + "','status':'SHIPPED','shipped_at':'2026-11-20T11:40:00Z'}",
                        5),
                new Row(
                        "wms-east/shipment-lines",
                        "{'shipment_id':'S-" + number + "','line_no':1,'erp_order_no':'" + so
                                + "','erp_line_no':10,'quantity':'5'}",
                        6),
                new Row("erp/invoices", "{'invoice_no':'I-" + number + "','order_no':'" + so + "'}", 7),
                new Row(
                        "erp/invoice-lines",
                        "{'invoice_no':'I-" + number + "','line_no':1,'order_line_no':10,'quantity':'5'}",
                        8));
    }
}
