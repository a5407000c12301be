package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.systems.Captured;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the system's file says of the columns of one table, for whoever reads its rows. */
final class RowColumns {

    private final Captured captured;
    private final Set<String> columns;

    RowColumns(Captured captured) {
        this.captured = captured;
        this.columns = new HashSet<>(captured.columns());
    }

    /** The row, if it has all columns without which it says nothing. */
    ObjectNode whole(Envelope envelope) {
        ObjectNode row = envelope.columns();
        require(row, captured.required());
        return row;
    }

    /** Its primary key, columns joined with {@code |}. */
    String primaryKey(ObjectNode row) {
        List<String> key = captured.key();
        require(row, key);
        if (key.size() == 1) {
            return row.get(key.get(0)).asText();
        }
        StringBuilder primaryKey = new StringBuilder();
        for (String column : key) {
            primaryKey
                    .append(primaryKey.isEmpty() ? "" : "|")
                    .append(row.get(column).asText());
        }
        return primaryKey.toString();
    }

    /** A column that the system's file does not list; null if there is none. */
    @Nullable
    String newColumn(Envelope envelope) {
        for (Map.Entry<String, JsonNode> column : envelope.row().properties()) {
            if (!columns.contains(column.getKey())) {
                return column.getKey();
            }
        }
        return null;
    }

    private void require(ObjectNode row, List<String> required) {
        for (String column : required) {
            JsonNode value = row.get(column);
            if (value == null || value.isNull()) {
                throw new Rejection(
                        Reason.SCHEMA_DRIFT,
                        "Column " + column + " of " + captured.table() + " is " + (value == null ? "missing" : "null")
                                + ", but no row says anything without it. Compare the source's schema and the connector's"
                                + " column list with system.json, then replay.");
            }
        }
    }
}
