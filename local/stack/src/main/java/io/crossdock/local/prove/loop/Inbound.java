package io.crossdock.local.prove.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.activity.Version;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.tables.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The inbound tables of ERP and warehouses: what was added to them since this was opened. */
public final class Inbound implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEST_NOW = "now() at time zone 'America/Los_Angeles'";

    private final Database erp;
    private final Database east;
    private final Database west;
    private final String sinceErp;
    private final String sinceEast;
    private final String sinceWest;

    /** Opens the three databases. */
    public Inbound(Secrets secrets) {
        this.erp = new Database(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE));
        this.east = new Database(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE));
        this.west = new Database(Jdbc.wmsWest(), "whs_app", secrets.get(Name.WMS_WEST_PEOPLE));
        this.sinceErp = erp.text("select cast(now(3) as char)");
        this.sinceEast = east.text("select now()::text");
        this.sinceWest = west.text("select (" + WEST_NOW + ")::text");
    }

    /** Each invoice that the ERP was asked for, by sales order and shipment. */
    public List<String> invoiceRequests() {
        return erp.read(
                "select order_no, shipment from inbound_invoice_requests where received_at >= '" + sinceErp + "'",
                row -> row.getString(1) + " " + row.getString(2));
    }

    /** Each view of what has left that the ERP was told, by sales order and version. */
    List<String> confirmations() {
        return erp.read(
                "select order_no, version from inbound_confirmations where received_at >= '" + sinceErp + "'",
                row -> row.getString(1) + " " + row.getString(2));
    }

    /** What the ERP now knows to have left: by its highest version of each sales order, the order on each shipment. */
    Set<String> confirmed() {
        Map<String, Version> highest = new HashMap<>();
        Map<String, String> shipments = new HashMap<>();
        erp.read("select order_no, version, shipments from inbound_confirmations", row -> {
            String order = row.getString(1);
            Version version = Version.parse(row.getString(2));
            Version before = highest.get(order);
            if (before == null || version.compareTo(before) > 0) {
                highest.put(order, version);
                shipments.put(order, row.getString(3));
            }
            return order;
        });
        Set<String> confirmed = new TreeSet<>();
        shipments.forEach((order, told) -> parse(told)
                .forEach(each ->
                        confirmed.add(order + " " + each.path("shipment").asText())));
        return confirmed;
    }

    /** Each order that a warehouse was asked to take over, by warehouse and sales order. */
    List<String> warehouseOrders() {
        List<String> all = new ArrayList<>(east.read(
                "select erp_order_no from inbound_orders where received_at >= '" + sinceEast + "'",
                row -> "EAST " + row.getString(1)));
        all.addAll(west.read(
                "select host_order_no from whs.host_orders where received_ts >= '" + sinceWest + "'",
                row -> "WEST " + row.getString(1)));
        return all;
    }

    /** Each cancellation that a warehouse was told, by warehouse, sales order and units. */
    List<String> cancels() {
        List<String> all = new ArrayList<>(east.read(
                "select erp_order_no, lines::text from inbound_cancels where received_at >= '" + sinceEast + "'",
                row -> "EAST " + row.getString(1) + " " + row.getString(2)));
        all.addAll(west.read(
                "select host_order_no, items::text from whs.host_cancels where received_ts >= '" + sinceWest + "'",
                row -> "WEST " + row.getString(1) + " " + row.getString(2)));
        return all;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new StackFailure("A row of inbound_confirmations holds no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        erp.close();
        east.close();
        west.close();
    }
}
