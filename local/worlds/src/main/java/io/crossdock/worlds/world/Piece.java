package io.crossdock.worlds.world;

import org.jspecify.annotations.Nullable;

/** One physical unit that a warehouse set aside for a line; it is in a box, or waits for one. */
final class Piece {

    final WarehouseLine line;
    /** The shipment it is on; null while it is on none. */
    @Nullable
    ShipmentLine on;

    private boolean putBack;

    Piece(WarehouseLine line) {
        this.line = line;
    }

    /** Back to the shelf: it is nobody's unit any more. */
    void putBack() {
        putBack = true;
    }

    boolean isGone() {
        return putBack || (on == null && !line.order.isStanding());
    }

    Place place() {
        ShipmentLine box = on;
        if (box == null) {
            return inTheShelf();
        }
        return switch (box.shipment.status) {
            case PLANNED, PICKING, CANCELLED -> inTheShelf();
            case PICKED -> Place.PICKED;
            case PACKED -> Place.PACKED;
            case SHIPPED, ON_ROAD -> Place.SHIPPED;
            case DELIVERED -> Place.DELIVERED;
            case RETURNED, LOST -> Place.LOST;
        };
    }

    boolean isTracked() {
        return on != null && on.shipment.warehouse.tracksDelivery;
    }

    private Place inTheShelf() {
        return switch (line.order.status) {
            case RELEASED, CLOSED -> Place.RELEASED;
            default -> Place.ALLOCATED;
        };
    }
}
