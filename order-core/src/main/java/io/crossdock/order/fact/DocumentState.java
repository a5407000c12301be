package io.crossdock.order.fact;

/** State of a document in our vocabulary; for shipments in the order of their life. */
public enum DocumentState {
    OPEN,
    PLANNED,
    ALLOCATED,
    RELEASED,
    PICKING,
    PICKED,
    PACKED,
    SHIPPED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    EXCEPTION,
    ATTEMPT_FAILED,
    RETURN_TO_SENDER,
    LOST,
    RECEIVED,
    POSTED,
    CLOSED,
    CANCELLED
}
