package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;

/** A building with a system of its own. */
final class Warehouse {

    final String name;
    final String location;
    /** True if its own drivers report what arrived. */
    final boolean tracksDelivery;

    /** True if it is a vendor who ships to our customers. */
    final boolean isVendor;

    final List<String> recycled = new ArrayList<>();
    final SourceSystem system;
    final Table orders;
    final Table orderLines;
    final Table shipments;
    final Table shipmentLines;
    final Table cartons;
    final List<Shipment> allShipments = new ArrayList<>();
    private final String series;
    private int issued;

    Warehouse(Log log, String name, String location, boolean tracksDelivery, String series) {
        this.name = name;
        this.location = location;
        this.isVendor = location.equals("VENDOR");
        this.tracksDelivery = tracksDelivery;
        this.series = series;
        system = new SourceSystem(log, name, SourceKind.POSTGRES);
        orders = system.table("orders", "order", "id");
        orderLines = system.table("order-lines", "order", "order_id", "line_no");
        shipments = system.table("shipments", "shipment", "id");
        shipmentLines = system.table("shipment-lines", "shipment", "shipment_id", "line_no");
        cartons = system.table("cartons", "shipment", "shipment_id", "carton_no");
    }

    /** The next number of this house, for orders and shipments alike. */
    String number(String prefix) {
        return prefix + series + String.format("%02d", ++issued);
    }
}
