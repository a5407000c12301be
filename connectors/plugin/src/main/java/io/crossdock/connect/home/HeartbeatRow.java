package io.crossdock.connect.home;

import io.crossdock.connect.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the row that a connector writes into a table of its own at the source and meets again in the source's log. The log is in the
 * order of commits, so whatever was committed before the row has been read before it.
 *
 * @param connection whose row it is; others may share the table
 * @param table the table's name without its schema
 * @param epoch source epoch
 * @param margin how far two commits may stand in the log against their times
 */
record HeartbeatRow(String connection, String table, long epoch, Duration margin) {

    private static final Set<String> WRITES = Set.of("c", "u");

    /** True if the record is about the table, whatever it says. */
    boolean isOf(ConnectRecord<?> record) {
        return table.equals(Fields.text(source(record, "table")));
    }

    /**
     * The heartbeat in a record of the table.
     *
     * @return null for what proves nothing: a row found by a snapshot, which goes on after it; a deletion; another connection's row
     */
    @Nullable
    Heartbeat read(ConnectRecord<?> record) {
        String op = Fields.text(Fields.get(record.value(), "op"));
        Object owner = Fields.get(Fields.get(record.value(), "after"), "connection");
        boolean proves = op != null && WRITES.contains(op) && !isSnapshot(record) && connection.equals(owner);
        if (!proves || !(source(record, "ts_ms") instanceof Number committed)) {
            return null;
        }
        // A database takes a commit's time before its place in the log: of two at once, the later may come first.
        Instant at = Instant.ofEpochMilli(committed.longValue()).minus(margin);
        return new Heartbeat(connection, at, Heartbeat.CDC, epoch);
    }

    /** Connectors write booleans and texts, and call some rows {@code first} or {@code last}. */
    private static boolean isSnapshot(ConnectRecord<?> record) {
        String snapshot = Fields.text(source(record, "snapshot"));
        return snapshot != null && !snapshot.equals("false");
    }

    private static @Nullable Object source(ConnectRecord<?> record, String field) {
        return Fields.get(Fields.get(record.value(), "source"), field);
    }
}
