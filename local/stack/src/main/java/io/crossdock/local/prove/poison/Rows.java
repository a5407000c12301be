package io.crossdock.local.prove.poison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;

/** Sound rows of one trial order, one per entity that is poisoned: each is spoiled in exactly one place afterwards. */
final class Rows {

    private static final String TIME = "2026-01-05T12:00:00Z";
    private static final String CRM_TIME = "2026-01-05T12:00:00.000+0000";

    private final TrialOrder order;

    Rows(TrialOrder order) {
        this.order = order;
    }

    ObjectNode warehouseOrder() {
        return row().put("id", order.warehouseOrder())
                .put("erp_order_no", order.salesOrder())
                .put("customer_code", TrialOrders.CUSTOMER)
                .put("warehouse", "EAST")
                .put("status", "CANCELLED")
                .put("priority", 5)
                .put("created_at", TIME)
                .put("updated_at", TIME);
    }

    ObjectNode warehouseLine() {
        return row().put("order_id", order.warehouseOrder())
                .put("line_no", 1)
                .put("erp_line_no", 10)
                .put("sku", "TRIAL-BOLT")
                .put("unit", "EA")
                .put("qty_ordered", "10.000")
                .put("qty_allocated", "1.000")
                .put("qty_backordered", "9.000")
                .put("qty_cancelled", "0.000")
                .put("closed_short", false)
                .put("updated_at", TIME);
    }

    ObjectNode shipment() {
        return shipment(order.shipment(), order.salesOrder());
    }

    ObjectNode shipment(String id, String salesOrder) {
        return row().put("id", id)
                .put("erp_order_no", salesOrder)
                .put("status", "CANCELLED")
                .put("warehouse", "EAST")
                .put("carrier", "UPS")
                .put("created_at", TIME)
                .put("updated_at", TIME);
    }

    ObjectNode shipmentLine() {
        return shipmentLine(order.shipment(), order.salesOrder());
    }

    ObjectNode shipmentLine(String shipment, String salesOrder) {
        return row().put("shipment_id", shipment)
                .put("line_no", 1)
                .put("erp_order_no", salesOrder)
                .put("erp_line_no", 10)
                .put("sku", "TRIAL-BOLT")
                .put("unit", "EA")
                .put("quantity", "1.000");
    }

    ObjectNode salesOrder() {
        return row().put("order_no", order.salesOrder())
                .put("customer_no", TrialOrders.CUSTOMER)
                .put("customer_reference", order.crmId())
                .put("status", "CANCELLED")
                .put("credit_status", "REFUSED")
                .put("currency", "USD")
                .put("payment_terms", "NET30")
                .put("warehouse", "EAST")
                .put("requested_date", "2026-12-01")
                .put("entered_at", TIME)
                .put("accepted_at", TIME)
                .put("updated_at", TIME);
    }

    ObjectNode salesLine() {
        return row().put("order_no", order.salesOrder())
                .put("line_no", 10)
                .put("customer_line", 1)
                .put("item_no", "TRIAL-BOLT")
                .put("unit", "EA")
                .put("line_type", "ITEM")
                .put("qty_ordered", "99.000")
                .put("qty_cancelled", "0.000")
                .put("updated_at", TIME);
    }

    ObjectNode delivery(String number, String salesOrder) {
        return row().put("delivery_no", number)
                .put("order_no", salesOrder)
                .put("warehouse", "EAST")
                .put("status", "OPEN");
    }

    ObjectNode crmOrder() {
        return row().put("Id", order.crmId())
                .put("Customer_Code__c", TrialOrders.CUSTOMER)
                .put("Status", "Cancelled")
                .put("CreatedDate", CRM_TIME)
                .put("SystemModstamp", CRM_TIME);
    }

    ObjectNode crmLine() {
        return row().put("Id", "802000000000001AAA")
                .put("OrderId", order.crmId())
                .put("LineNumber__c", 1)
                .put("ProductCode__c", "TRIAL-BOLT")
                .put("Unit__c", "EA")
                .put("Quantity", 99)
                .put("Type__c", "ITEM")
                .put("SystemModstamp", CRM_TIME);
    }

    private static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }
}
