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
            case DELIVERED -> Place.DELIVERED;
            case SHIPPED, ON_ROAD, RETURNED, LOST -> onTheRoad(box);
        };
    }

    /** True if somebody would report its arrival: the warehouse's own drivers, or a carrier who knows its package. */
    boolean isTracked() {
        return on != null
                && (on.shipment.warehouse.tracksDelivery
                        || on.packages().stream().anyMatch(carton -> carton.tracking != null));
    }

    /** It is as far as the last of the packages it may be in. */
    private static Place onTheRoad(ShipmentLine box) {
        int least = Carton.rank(box.shipment.status);
        if (!box.packages().isEmpty()) {
            least = box.packages().stream().mapToInt(Carton::rank).min().orElse(least);
        }
        if (least == Carton.rank(Shipment.Status.DELIVERED)) {
            return Place.DELIVERED;
        }
        return least >= Carton.rank(Shipment.Status.RETURNED) ? Place.LOST : Place.SHIPPED;
    }

    private Place inTheShelf() {
        return switch (line.order.status) {
            case RELEASED, CLOSED -> Place.RELEASED;
            default -> Place.ALLOCATED;
        };
    }
}
