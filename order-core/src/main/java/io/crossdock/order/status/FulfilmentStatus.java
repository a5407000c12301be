package io.crossdock.order.status;

/** How far an order's goods are, as one word; derived by {@link RollUp}, never written by anybody. */
public enum FulfilmentStatus {
    OPEN,
    BACKORDERED,
    PARTIALLY_ALLOCATED,
    ALLOCATED,
    RELEASED,
    PICKING,
    PACKED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    PARTIALLY_DELIVERED,
    DELIVERED,
    CLOSED_SHORT,
    CANCELLED
}
