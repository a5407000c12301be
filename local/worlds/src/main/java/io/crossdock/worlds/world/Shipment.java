package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What leaves a warehouse together; it may hold units of several orders. */
final class Shipment {

    /** Its state, as the warehouse's own table says it. */
    enum Status {
        PLANNED("PLANNED"),
        PICKING("PICKING"),
        PICKED("PICKED"),
        PACKED("PACKED"),
        SHIPPED("SHIPPED"),
        ON_ROAD("IN_TRANSIT"),
        DELIVERED("DELIVERED"),
        RETURNED("RETURN_TO_SENDER"),
        LOST("LOST"),
        CANCELLED("CANCELLED");

        final String published;

        Status(String published) {
            this.published = published;
        }

        /** The next step on the way out of the house. */
        Status next() {
            return switch (this) {
                case PLANNED -> PICKING;
                case PICKING -> PICKED;
                case PICKED -> PACKED;
                default -> SHIPPED;
            };
        }

        boolean isInTheHouse() {
            return compareTo(PACKED) <= 0;
        }
    }

    final Warehouse warehouse;
    final String id;
    final List<ShipmentLine> lines = new ArrayList<>();
    final List<Carton> cartons = new ArrayList<>();
    Status status = Status.PLANNED;
    /** The order its header names; null where it names none. */
    @Nullable
    SalesOrder header;

    boolean deleted;
    boolean archived;

    final Firsts firsts;
    private final Log log;
    private @Nullable String left;

    Shipment(Warehouse warehouse, String id, Log log) {
        this.firsts = new Firsts(log);
        this.log = log;
        this.warehouse = warehouse;
        this.id = id;
    }

    /** What its row says when it is written in this state. */
    void says() {
        left = status.isInTheHouse() ? null : status == Status.SHIPPED && left == null ? log.time() : left;
        firsts.says("released", status == Status.PICKING);
        firsts.says("picked", status == Status.PICKED);
        firsts.says("packed", status == Status.PACKED);
        firsts.says("shipped", status == Status.SHIPPED || status == Status.ON_ROAD);
        firsts.says("delivered", status == Status.DELIVERED);
    }

    /** When it left the house, as its row says it; null while it is there. */
    @Nullable
    String left() {
        return left;
    }

    /** True if its state means that it has been so far, be it lost since or not. */
    boolean hasBeen(Place place) {
        return switch (status) {
            case PLANNED, CANCELLED -> false;
            case LOST, RETURNED -> place != Place.DELIVERED;
            case PICKING -> place == Place.RELEASED;
            case PICKED -> Place.PICKED.isAtLeast(place);
            case PACKED -> Place.PACKED.isAtLeast(place);
            case SHIPPED, ON_ROAD -> Place.SHIPPED.isAtLeast(place);
            case DELIVERED -> true;
        };
    }

    String name() {
        return warehouse.name + ":shipment:" + id;
    }

    /** Every sales order that its rows name. */
    Stream<SalesOrder> named() {
        Stream<SalesOrder> byHeader = header == null ? Stream.empty() : Stream.of(header);
        return deleted ? Stream.empty() : Stream.concat(byHeader, lines.stream().map(line -> line.erpLine.order));
    }

    /** True if a carrier has seen a package of it. */
    boolean isScanned() {
        return cartons.stream().anyMatch(Carton::isScanned);
    }

    /** Where it is: as far as the last of its packages. */
    String state() {
        if (status == Status.CANCELLED || cartons.isEmpty()) {
            return status.published;
        }
        return cartons.stream()
                .min(Comparator.comparingInt(Carton::rank))
                .map(Carton::state)
                .orElse(status.published);
    }

    boolean holdsUnitsOf(Sale sale) {
        return lines.stream().anyMatch(line -> line.erpLine.order.sale == sale);
    }
}
