package io.crossdock.bench.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The raw records of one order in the formats of the shipped systems: captured in the CRM, accepted by the ERP, allocated, picked and
 * shipped by the WMS in one carton, invoiced. Every row appears once, so that every fact is new: the worst case for state.
 */
final class TypicalOrder {

    private static final long FIRST_COMMIT = 1_795_218_321_123L;
    private static final String TIME = "2026-11-20T23:45:21.120000Z";

    private final int number;
    private final int lines;
    private final String crmId;
    private final String salesOrder;
    private final String warehouseOrder;
    private final String shipment;
    private final List<RawFact> facts = new ArrayList<>();

    private TypicalOrder(int number, int lines) {
        this.number = number;
        this.lines = lines;
        this.crmId = crmId(number);
        this.salesOrder = "SO-" + number;
        this.warehouseOrder = "W-" + number;
        this.shipment = "S-" + number;
    }

    /** Its name at the CRM. */
    static String crmId(int number) {
        return String.format(Locale.ROOT, "8015g0%09d", number) + "AAA";
    }

    /** Its records in the order of business: 25 for 4 lines, 5 more for every further line. */
    static List<RawFact> of(int number, int lines) {
        TypicalOrder order = new TypicalOrder(number, lines);
        order.crm();
        order.erp();
        order.warehouse();
        order.shipment();
        order.invoice();
        return order.facts;
    }

    /** The same, and what such an order lacks until nothing more is expected of it: its last line is invoiced. */
    static List<RawFact> done(int number, int lines) {
        TypicalOrder order = new TypicalOrder(number, lines);
        order.facts.addAll(of(number, lines));
        order.invoiceLine(lines);
        return order.facts;
    }

    private void crm() {
        crm("orders", "Order", """
                "Id":"%s","OrderNumber":"%08d","Customer_Code__c":"C-%d","PoNumber":"PO-%d","Status":"Activated",\
                "EffectiveDate":"2026-11-20","CurrencyIsoCode":"USD","Type":"Standard","Priority__c":"Normal",\
                "CreatedDate":"2026-11-20T23:40:00.000+0000","LastModifiedDate":"2026-11-20T23:45:21.000+0000",\
                "SystemModstamp":"2026-11-20T23:45:21.123+0000","crossdock_key__c":null,"crossdock_order_id__c":null,\
                "crossdock_version__c":null,"crossdock_status__c":null,"crossdock_shipments__c":null,\
                "crossdock_tracking__c":null,"crossdock_shipped_at__c":null""".formatted(crmId, number, number % 97, number));
        for (int line = 1; line <= lines; line++) {
            crm("order-items", "OrderItem", """
                    "Id":"8025g%07d%03dAAA","OrderId":"%s","LineNumber__c":%d,"ProductCode__c":"BOLT-M%d","Unit__c":"EA",\
                    "Quantity":10.0,"Cancelled_Quantity__c":0,"Type__c":"ITEM",\
                    "SystemModstamp":"2026-11-20T23:40:00.000+0000\"""".formatted(number, line, crmId, line, line % 20));
        }
    }

    private void erp() {
        String home = "sales-order:" + salesOrder;
        erp("sales-orders", "sales_orders", home, """
                "order_no":"%s","customer_no":"C-%d","customer_reference":"%s","customer_po":"PO-%d","status":"ACCEPTED",\
                "credit_status":"APPROVED","currency":"USD","payment_terms":"NET30","warehouse":"EAST",\
                "requested_date":"2026-12-01","entered_at":"2026-11-20T17:45:21.123Z",\
                "accepted_at":"2026-11-20T17:50:00Z","updated_at":"2026-11-20T17:50:00Z\"""".formatted(salesOrder, number % 97, crmId, number));
        for (int line = 1; line <= lines; line++) {
            erp("sales-order-lines", "sales_order_lines", home, """
                    "order_no":"%s","line_no":%d,"customer_line":%d,"item_no":"BOLT-M%d","unit":"EA","line_type":"ITEM",\
                    "qty_ordered":"10.000","qty_cancelled":"0.000","updated_at":"2026-11-20T17:45:21.123Z\"""".formatted(salesOrder, 10 * line, line, line % 20));
        }
    }

    private void warehouse() {
        String home = "order:" + warehouseOrder;
        wms("orders", "orders", home, """
                "id":"%s","erp_order_no":"%s","customer_code":"C-%d","warehouse":"EAST","status":"RELEASED","priority":5,\
                "ship_by":"2026-11-24","created_at":"%s","updated_at":"%s\"""".formatted(warehouseOrder, salesOrder, number % 97, TIME, TIME));
        for (int line = 1; line <= lines; line++) {
            wms("order-lines", "order_lines", home, """
                    "order_id":"%s","line_no":%d,"erp_line_no":%d,"sku":"BOLT-M%d","unit":"EA","qty_ordered":"10.000",\
                    "qty_allocated":"10.000","qty_backordered":"0.000","qty_cancelled":"0.000","closed_short":false,\
                    "updated_at":"%s\"""".formatted(warehouseOrder, line, 10 * line, line % 20, TIME));
        }
    }

    private void shipment() {
        String home = "shipment:" + shipment;
        wms("shipments", "shipments", home, """
                "id":"%s","erp_order_no":"%s","status":"SHIPPED","warehouse":"EAST","carrier":"UPS","created_at":"%s",\
                "picked_at":"%s","packed_at":"%s","shipped_at":"%s","updated_at":"%s\"""".formatted(shipment, salesOrder, TIME, TIME, TIME, TIME, TIME));
        for (int line = 1; line <= lines; line++) {
            wms("shipment-lines", "shipment_lines", home, """
                    "shipment_id":"%s","line_no":%d,"erp_order_no":"%s","erp_line_no":%d,"sku":"BOLT-M%d","unit":"EA",\
                    "quantity":"10.000\"""".formatted(
                            shipment, line, salesOrder, 10 * line, line % 20));
        }
        wms("cartons", "cartons", home, """
                "shipment_id":"%s","carton_no":1,"sscc":"0034%016d","carrier":"UPS","tracking_no":"1Z%010d",\
                "weight_kg":"4.250\"""".formatted(shipment, number, number));
    }

    private void invoice() {
        String invoice = "I-" + number;
        erp("invoices", "invoices", "invoice:" + invoice, """
                "invoice_no":"%s","order_no":"%s","status":"POSTED","invoice_date":"2026-11-21",\
                "posted_at":"2026-11-21T08:00:00.000Z","currency":"USD","total":"149.50\"""".formatted(invoice, salesOrder));
        for (int line = 1; line < lines; line++) {
            invoiceLine(line);
        }
    }

    private void invoiceLine(int line) {
        String invoice = "I-" + number;
        erp("invoice-lines", "invoice_lines", "invoice:" + invoice, """
                "invoice_no":"%s","line_no":%d,"order_line_no":%d,"quantity":"10.000","amount":"49.50\"""".formatted(invoice, line, 10 * line));
    }

    private void crm(String entity, String object, String row) {
        facts.add(RawFact.of(
                "crm",
                entity,
                "order:" + crmId,
                "{\"op\":\"r\",\"entity\":\"" + object + "\",\"source\":{\"ts_ms\":" + commit() + ",\"read_ms\":"
                        + (commit() + 640) + ",\"snapshot\":\"false\"},\"after\":{" + row + "}}"));
    }

    private void erp(String entity, String table, String home, String row) {
        long at = commit();
        String source = """
                "version":"3.5.0.Final","connector":"mariadb","name":"erp","ts_ms":%d,"snapshot":"false","db":"erp",\
                "sequence":null,"ts_us":%d000,"ts_ns":%d000000,"table":"%s","server_id":54000,"gtid":null,\
                "file":"mariadb-bin.000003","pos":%d,"row":0,"thread":17,"query":null""".formatted(at, at, at, table, position());
        facts.add(RawFact.of("erp", entity, home, change(row, source, at)));
    }

    private void wms(String entity, String table, String home, String row) {
        long at = commit();
        String source = """
                "version":"3.7.0.Final","connector":"postgresql","name":"wms-east","ts_ms":%d,"snapshot":"false","db":"wms",\
                "sequence":"[\\"%d\\",\\"%d\\"]","ts_us":%d000,"ts_ns":%d000000,"schema":"public","table":"%s","txId":771,\
                "lsn":%d,"xmin":null""".formatted(at, position() - 64, position(), at, at, table, position());
        facts.add(RawFact.of("wms-east", entity, home, change(row, source, at)));
    }

    private static String change(String row, String source, long at) {
        return "{\"before\":null,\"after\":{" + row + "},\"source\":{" + source
                + "},\"transaction\":null,\"op\":\"c\",\"ts_ms\":" + (at + 7) + "}";
    }

    private long commit() {
        return FIRST_COMMIT + number * 1_000L + facts.size();
    }

    private long position() {
        return 33_000_000L + (long) number * 100_000 + facts.size() * 128L;
    }
}
