package io.crossdock.order.fact;

/** Kind of a document that belongs to an order. */
public enum DocumentType {
    WAREHOUSE_ORDER,
    SHIPMENT,
    DELIVERY,
    INVOICE,
    CREDIT_MEMO,
    RETURN,
    CANCEL_REQUEST,
    HOLD,
    PAYMENT,
    CONFIRMATION
}
