package io.crossdock.connect.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a replication slot of PostgreSQL (13 or later) stands: how much log the server keeps for it, and how much more it would.
 *
 * @param name the slot
 * @param state {@code wal_status} as the server names it, in capitals; {@code MISSING} if there is no such slot
 * @param kept bytes of log that are kept for it
 * @param left bytes that may still be written before it is lost; null if the server sets no limit, or if it is lost
 * @param seenAt the server's clock
 */
record Slot(String name, String state, long kept, @Nullable Long left, Instant seenAt) {

    private static final String MISSING = "MISSING";

    /** A standby writes no log of its own: how far it has replayed is how far it could tell. */
    private static final String STANDING =
            "select s.wal_status, greatest(0, pg_wal_lsn_diff(case when pg_is_in_recovery()"
                    + " then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, s.restart_lsn)), s.safe_wal_size,"
                    + " extract(epoch from clock_timestamp())"
                    + " from (values (1)) as one left join pg_replication_slots s on s.slot_name = ?";

    /** Asks for it; everybody may. */
    static Slot read(String name, Connection database, int timeoutSeconds) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(STANDING)) {
            select.setQueryTimeout(timeoutSeconds);
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                String state = found.getString(1);
                long kept = found.getLong(2);
                long left = found.getLong(3);
                boolean limited = !found.wasNull();
                Instant seenAt = TableWalk.instant(found.getBigDecimal(4));
                return new Slot(
                        name,
                        state == null ? MISSING : state.toUpperCase(Locale.ROOT),
                        kept,
                        limited ? Math.max(0, left) : null,
                        seenAt);
            }
        }
    }

    /** As it goes to the topic of heartbeats. */
    Map<String, Object> value(String connection) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("connection", connection);
        value.put("kind", "log");
        value.put("name", name);
        value.put("state", state);
        value.put("kept", kept);
        if (left != null) {
            value.put("left", left);
        }
        value.put("seenAt", seenAt.toString());
        return value;
    }
}
