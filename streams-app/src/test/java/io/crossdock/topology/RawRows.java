package io.crossdock.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;
import java.util.Map;
import java.util.stream.Collectors;

/** Raw records as Connect writes them, from the few columns a story is about; the others get ordinary values. */
final class RawRows {

    private static final long BASE_MS = 1_795_176_000_000L;
    private static final Map<String, String> ORDINARY = Map.ofEntries(
            Map.entry(
                    "crm/orders",
                    "Status=Activated CreatedDate=2026-11-20T11:00:00.000+0000 Customer_Code__c=C-7"
                            + " SystemModstamp=2026-11-20T11:00:00.000+0000 CurrencyIsoCode=USD"),
            Map.entry("crm/order-items", "SystemModstamp=2026-11-20T11:00:00.000+0000 Unit__c=EA Type__c=ITEM"),
            Map.entry(
                    "erp/sales-orders",
                    "customer_no=C-7 status=ACCEPTED credit_status=APPROVED currency=USD payment_terms=NET30"
                            + " entered_at=2026-11-20T05:10:00Z accepted_at=2026-11-20T05:11:00Z updated_at=2026-11-20T05:11:00Z"
                            + " warehouse=EAST"),
            Map.entry(
                    "erp/sales-order-lines",
                    "unit=EA line_type=ITEM qty_cancelled=0 updated_at=2026-11-20T05:11:00Z item_no=A"),
            Map.entry(
                    "erp/invoices",
                    "status=POSTED invoice_date=2026-11-20 posted_at=2026-11-20T06:00:00Z currency=USD total=10.00"),
            Map.entry("erp/invoice-lines", "amount=10.00"),
            Map.entry(
                    "erp/credit-memos",
                    "status=POSTED memo_date=2026-11-25 posted_at=2026-11-25T06:00:00Z currency=USD total=2.00"),
            Map.entry("erp/credit-memo-lines", "amount=2.00"),
            Map.entry(
                    "wms-east/orders",
                    "status=RELEASED customer_code=C-7 warehouse=EAST updated_at=2026-11-20T11:20:00Z"
                            + " created_at=2026-11-20T11:15:00Z"),
            Map.entry(
                    "wms-east/order-lines",
                    "sku=A unit=EA qty_backordered=0 qty_cancelled=0 updated_at=2026-11-20T11:20:00Z"),
            Map.entry(
                    "wms-east/shipments",
                    "warehouse=EAST carrier=UPS created_at=2026-11-20T11:30:00Z updated_at=2026-11-20T11:40:00Z"),
            Map.entry("wms-east/shipment-lines", "sku=A unit=EA"),
            Map.entry("wms-east/cartons", "carrier=UPS"),
            Map.entry("erp/customers", "name=Harbor%Supply tier=STANDARD time_zone=America/New_York"),
            Map.entry(
                    "wms-east/locations",
                    "name=Harrisburg time_zone=America/New_York opens=06:00:00Z closes=22:00:00Z"
                            + " working_days=MON,TUE,WED,THU,FRI cut_off=16:00:00Z"));

    private RawRows() {}

    /** Key of the raw record: the home of its row. */
    static String key(String entity, JsonNode row) {
        Connection connection = Flow.SYSTEMS.connection(connection(entity));
        Captured definition = definition(entity);
        return connection.name() + ":" + definition.homeType() + ":"
                + row.get(definition.homeColumns().getFirst()).asText();
    }

    static String topic(String entity) {
        return "raw." + entity.replace('/', '.');
    }

    /** The value: an envelope of the connection's kind. {@code version} grows with each change at the source. */
    static String value(String entity, JsonNode columns, String op, long version) {
        ObjectNode row = ordinary(entity);
        columns.properties().forEach(column -> row.set(column.getKey(), column.getValue()));
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode source = envelope.putObject("source");
        source.put("ts_ms", BASE_MS + version)
                .put("snapshot", op.equals("r") && !entity.startsWith("crm") ? "true" : "false");
        switch (connection(entity)) {
            case "crm" -> source.put("read_ms", BASE_MS + version);
            case "erp" ->
                source.put("file", "binlog.000001").put("pos", version).put("row", 0);
            default -> source.put("lsn", version);
        }
        envelope.put("op", entity.startsWith("crm") ? "r" : op);
        if (op.equals("d")) {
            envelope.set("before", primaryKey(columns, definition(entity)));
            envelope.putNull("after");
        } else {
            envelope.set("after", row);
        }
        return envelope.toString();
    }

    private static ObjectNode primaryKey(JsonNode columns, Captured definition) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        definition.key().forEach(column -> key.set(column, columns.get(column)));
        return key;
    }

    private static ObjectNode ordinary(String entity) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        definition(entity).columns().forEach(row::putNull);
        Map<String, String> values = java.util.Arrays.stream(
                        ORDINARY.getOrDefault(entity, "").split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace('%', ' ')));
        values.forEach(row::put);
        if (row.has("closed_short")) {
            row.put("closed_short", false);
        }
        return row;
    }

    private static Captured definition(String entity) {
        return Flow.SYSTEMS.connection(connection(entity)).system().captured().stream()
                .filter(captured -> captured.name().equals(entity.substring(entity.indexOf('/') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No system has the entity " + entity));
    }

    private static String connection(String entity) {
        return entity.substring(0, entity.indexOf('/'));
    }
}
