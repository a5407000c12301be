package io.crossdock.local.prove.poison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Change records as the connectors of the three systems write them, around any row. */
final class Envelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelope() {}

    /** A row that the WMS wrote. */
    static ObjectNode ofWms(String table, ObjectNode row) {
        ObjectNode source = source("wms-east", "wms", table).put("lsn", 1L).put("schema", "public");
        return change("u", row, source);
    }

    /** A row that the ERP wrote. */
    static ObjectNode ofErp(String table, ObjectNode row) {
        ObjectNode source = source("erp", "erp", table)
                .put("file", "mariadb-bin.000001")
                .put("pos", 4L)
                .put("row", 0);
        return change("u", row, source);
    }

    /** A record that was read from the CRM. */
    static ObjectNode ofCrm(String object, ObjectNode fields) {
        long now = Instant.now().toEpochMilli();
        ObjectNode envelope = JSON.objectNode().put("op", "r").put("entity", object);
        envelope.putObject("source").put("ts_ms", now).put("read_ms", now).put("snapshot", "false");
        envelope.set("after", fields);
        return envelope;
    }

    /** A table that was emptied. */
    static ObjectNode truncate(ObjectNode change) {
        ObjectNode truncate = change.deepCopy();
        truncate.put("op", "t").putNull("after");
        return truncate;
    }

    private static ObjectNode change(String op, ObjectNode row, ObjectNode source) {
        ObjectNode envelope = JSON.objectNode().putNull("before");
        envelope.set("after", row);
        envelope.set("source", source);
        return envelope.put("op", op).put("ts_ms", Instant.now().toEpochMilli());
    }

    private static ObjectNode source(String connection, String database, String table) {
        return JSON.objectNode()
                .put("name", connection)
                .put("ts_ms", Instant.now().toEpochMilli())
                .put("snapshot", "false")
                .put("db", database)
                .put("table", table);
    }
}
