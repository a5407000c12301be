package io.crossdock.local.prove.poison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.trial.TrialOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 37 bad records. But for what leads nowhere, all speak of one sound order, and what they say of it would change its status if
 * anything of it were believed.
 */
final class BadRecords {

    private static final String WMS = "wms-east";
    private static final String ERP = "erp";
    private static final String CRM = "crm";
    private static final int TOO_LONG = 300_000;

    private final TrialOrder order;
    private final Rows rows;
    private final String mark;
    private final List<BadRecord> all = new ArrayList<>();

    private BadRecords(TrialOrder order, String mark) {
        this.order = order;
        this.rows = new Rows(order);
        this.mark = mark;
    }

    /**
     * All of them, kind by kind.
     *
     * @param order the order they speak of
     * @param mark makes the names of what leads nowhere unique
     */
    static List<BadRecord> about(TrialOrder order, String mark) {
        BadRecords records = new BadRecords(order, mark);
        records.malformed();
        records.impossible();
        records.unknownStatus();
        records.missingColumn();
        records.toNowhere();
        records.oversized();
        records.wrongType();
        records.tombstones();
        records.truncates();
        return List.copyOf(records.all);
    }

    private void malformed() {
        String cut = Envelope.ofWms("shipments", rows.shipment()).toString();
        add(Poison.MALFORMED_JSON, WMS, "shipments", order.shipmentHome(), cut.substring(0, cut.length() / 2));
        add(Poison.MALFORMED_JSON, WMS, "orders", order.warehouseHome(), "[1, 2, 3]");
        add(Poison.MALFORMED_JSON, ERP, "sales-orders", order.erpHome(), "SO;CANCELLED;2026");
        add(
                Poison.MALFORMED_JSON,
                ERP,
                "sales-order-lines",
                order.erpHome(),
                rows.salesLine().toString());
        add(Poison.MALFORMED_JSON, CRM, "orders", order.crmHome(), "");
    }

    private void impossible() {
        Poison kind = Poison.IMPOSSIBLE_QUANTITY;
        wms(kind, "order-lines", order.warehouseHome(), rows.warehouseLine().put("qty_allocated", "-1.000"));
        wms(kind, "shipment-lines", order.shipmentHome(), rows.shipmentLine().put("quantity", "-2.000"));
        erp(kind, "sales-order-lines", rows.salesLine().put("qty_ordered", "NaN"));
        crm(kind, "order-items", rows.crmLine().put("Quantity", -3));
    }

    private void unknownStatus() {
        Poison kind = Poison.UNKNOWN_STATUS;
        wms(kind, "shipments", order.shipmentHome(), rows.shipment().put("status", "TELEPORTED"));
        wms(kind, "orders", order.warehouseHome(), rows.warehouseOrder().put("status", "PERHAPS"));
        erp(kind, "sales-orders", rows.salesOrder().put("status", "LOST_IN_POST"));
        crm(kind, "orders", rows.crmOrder().put("Status", "Pondering"));
    }

    private void missingColumn() {
        Poison kind = Poison.MISSING_REQUIRED_COLUMN;
        wms(kind, "shipments", order.shipmentHome(), without(rows.shipment(), "status"));
        wms(kind, "order-lines", order.warehouseHome(), without(rows.warehouseLine(), "qty_allocated"));
        erp(kind, "sales-order-lines", without(rows.salesLine(), "qty_ordered"));
        crm(kind, "order-items", without(rows.crmLine(), "Quantity"));
    }

    private void toNowhere() {
        Poison kind = Poison.FOREIGN_KEY_TO_NOWHERE;
        String nowhere = "SO-" + mark + "-NOWHERE";
        String shipment = "S-" + mark + "-NOWHERE-";
        String delivery = "D-" + mark + "-NOWHERE";
        wms(kind, "shipments", home("shipment", shipment + 1), rows.shipment(shipment + 1, nowhere + 1));
        wms(kind, "shipments", home("shipment", shipment + 2), rows.shipment(shipment + 2, nowhere + 2));
        wms(kind, "shipment-lines", home("shipment", shipment + 3), rows.shipmentLine(shipment + 3, nowhere + 3));
        String value = Envelope.ofErp("deliveries", rows.delivery(delivery, nowhere + 4))
                .toString();
        add(kind, ERP, "deliveries", "erp:delivery:" + delivery, value);
    }

    private void oversized() {
        String text = "x".repeat(TOO_LONG);
        wms(
                Poison.OVERSIZED,
                "orders",
                order.warehouseHome(),
                rows.warehouseOrder().put("instructions", text));
        wms(Poison.OVERSIZED, "shipments", order.shipmentHome(), rows.shipment().put("carrier", text));
        erp(Poison.OVERSIZED, "sales-orders", rows.salesOrder().put("customer_po", text));
        crm(Poison.OVERSIZED, "orders", rows.crmOrder().put("crossdock_tracking__c", text));
    }

    private void wrongType() {
        Poison kind = Poison.WRONG_TYPE;
        wms(kind, "order-lines", order.warehouseHome(), rows.warehouseLine().put("qty_allocated", "three"));
        wms(kind, "shipments", order.shipmentHome(), rows.shipment().put("shipped_at", 1_795_650_321_120_001L));
        erp(kind, "sales-orders", rows.salesOrder().put("requested_date", 20_788));
        crm(kind, "order-items", rows.crmLine().put("Quantity", "a dozen"));
    }

    private void tombstones() {
        add(Poison.TOMBSTONE, WMS, "shipments", order.shipmentHome(), null);
        add(Poison.TOMBSTONE, WMS, "orders", order.warehouseHome(), null);
        add(Poison.TOMBSTONE, ERP, "sales-orders", order.erpHome(), null);
        add(Poison.TOMBSTONE, CRM, "orders", order.crmHome(), null);
    }

    private void truncates() {
        ObjectNode shipments = Envelope.truncate(Envelope.ofWms("shipments", rows.shipment()));
        ObjectNode lines = Envelope.truncate(Envelope.ofWms("order_lines", rows.warehouseLine()));
        ObjectNode sales = Envelope.truncate(Envelope.ofErp("sales_orders", rows.salesOrder()));
        ObjectNode salesLines = Envelope.truncate(Envelope.ofErp("sales_order_lines", rows.salesLine()));
        add(Poison.TRUNCATE, WMS, "shipments", null, shipments.toString());
        add(Poison.TRUNCATE, WMS, "order-lines", null, lines.toString());
        add(Poison.TRUNCATE, ERP, "sales-orders", null, sales.toString());
        add(Poison.TRUNCATE, ERP, "sales-order-lines", null, salesLines.toString());
    }

    private void wms(Poison kind, String entity, String home, ObjectNode row) {
        add(
                kind,
                WMS,
                entity,
                home,
                Envelope.ofWms(entity.replace('-', '_'), row).toString());
    }

    private void erp(Poison kind, String entity, ObjectNode row) {
        add(
                kind,
                ERP,
                entity,
                order.erpHome(),
                Envelope.ofErp(entity.replace('-', '_'), row).toString());
    }

    private void crm(Poison kind, String entity, ObjectNode row) {
        String object = entity.equals("orders") ? "Order" : "OrderItem";
        add(kind, CRM, entity, order.crmHome(), Envelope.ofCrm(object, row).toString());
    }

    private void add(Poison kind, String connection, String entity, @Nullable String key, @Nullable String value) {
        all.add(new BadRecord(kind, connection, entity, key, value));
    }

    private static ObjectNode without(ObjectNode row, String column) {
        row.remove(column);
        return row;
    }

    private static String home(String type, String value) {
        return WMS + ":" + type + ":" + value;
    }
}
