package io.crossdock.local.activity;

/**
 * The inbound tables, and how to read what came in lately. Each statement gives: key, sales order, subject (the version of a
 * confirmation, the shipment of an invoice request), content. Looking back a while finds rows that were committed after later ones.
 */
enum InTable {
    EAST_ORDERS(
            "inbound_orders",
            "select idempotency_key, erp_order_no, '', lines::text from inbound_orders"
                    + " where received_at > now() - interval '15 seconds'"),
    EAST_CANCELS(
            "inbound_cancels",
            "select idempotency_key, erp_order_no, '', lines::text from inbound_cancels"
                    + " where received_at > now() - interval '15 seconds'"),
    WEST_ORDERS(
            "whs.host_orders",
            "select idempotency_key, host_order_no, '', items::text from whs.host_orders" + " where received_ts > "
                    + WestNumbers.NOW + " - interval '15 seconds'"),
    WEST_CANCELS(
            "whs.host_cancels",
            "select idempotency_key, host_order_no, '', items::text from whs.host_cancels" + " where received_ts > "
                    + WestNumbers.NOW + " - interval '15 seconds'"),
    CONFIRMATIONS(
            "inbound_confirmations",
            "select idempotency_key, order_no, version, shipments from inbound_confirmations"
                    + " where received_at > now(3) - interval 15 second"),
    INVOICE_REQUESTS(
            "inbound_invoice_requests",
            "select idempotency_key, order_no, shipment, `lines` from inbound_invoice_requests"
                    + " where received_at > now(3) - interval 15 second");

    private final String table;
    private final String lately;

    InTable(String table, String lately) {
        this.table = table;
        this.lately = lately;
    }

    /** Its name, for sentences. */
    String table() {
        return table;
    }

    /** The statement that reads what came in lately. */
    String lately() {
        return lately;
    }
}
