package io.crossdock.connect.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time at which a row was changed last, whatever type its column has. A time without a zone is one of the connection's zone;
 * in the hour that occurs twice it is the earlier one, because too early only looks for less.
 */
final class ChangeTimes {

    private final ZoneId zone;

    ChangeTimes(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The time in a column; null if the row has none.
     *
     * @throws ConnectException if the column holds no time
     */
    @Nullable
    Instant read(ResultSet row, int column) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return switch (type) {
            // PostgreSQL
            case "timestamptz" -> {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            // At PostgreSQL a time without a zone; at MariaDB an instant, told in the session's zone.
            case "timestamp" -> local(row, column, isMariaDb(row) ? ZoneOffset.UTC : zone);
            case "datetime" -> local(row, column, zone);
            default ->
                throw new ConnectException("The column " + row.getMetaData().getColumnName(column) + " is of type "
                        + type + ": changedAt must name one with date and time, or be left out of system.json");
        };
    }

    private static @Nullable Instant local(ResultSet row, int column, ZoneId zone) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atZone(zone).toInstant();
    }

    private static boolean isMariaDb(ResultSet row) throws SQLException {
        return row.getStatement().getConnection().getMetaData().getDriverName().startsWith("Maria");
    }
}
