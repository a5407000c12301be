package io.crossdock.connect.reconcile;

import io.crossdock.connect.jdbc.Dialect;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one table in the order of its primary key, a chunk at a time, each chunk a short statement of its own behind the last key. */
final class TableWalk {

    private final Dialect dialect;
    private final KeyEntity entity;
    private final int chunkRows;
    private final ChangeTimes times;

    /**
     * A walk over an entity's table.
     *
     * @param zone zone of times that carry none
     * @param chunkRows rows of one chunk
     */
    TableWalk(Dialect dialect, KeyEntity entity, ZoneId zone, int chunkRows) {
        this.dialect = dialect;
        this.entity = entity;
        this.chunkRows = chunkRows;
        this.times = new ChangeTimes(zone);
    }

    /** The rows behind a key, from the first one if it is null; fewer than a chunk only at the end of the table. */
    List<KeyRow> behind(@Nullable List<String> key, Connection database, int timeoutSeconds) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql(key != null))) {
            select.setQueryTimeout(timeoutSeconds);
            select.setFetchSize(chunkRows);
            int index = 1;
            for (String value : key == null ? List.<String>of() : parameters(key)) {
                dialect.bind(select, index++, value);
            }
            List<KeyRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    /** Rows of the table, about, by the server's statistics; null if it does not know. */
    @Nullable
    Long about(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(dialect.about())) {
            select.setString(1, entity.table());
            try (ResultSet found = select.executeQuery()) {
                double rows = found.next() ? found.getDouble(1) : -1;
                return rows < 0 ? null : (long) rows;
            }
        }
    }

    private KeyRow row(ResultSet found) throws SQLException {
        List<String> key = new ArrayList<>();
        int index = 1;
        while (index <= entity.key().size()) {
            key.add(Objects.requireNonNull(found.getString(index++), "a primary key holds no null"));
        }
        Instant changedAt = entity.changedAt() == null ? null : times.read(found, index++);
        return new KeyRow(key, changedAt, instant(found.getBigDecimal(index)));
    }

    static Instant instant(BigDecimal seconds) {
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    String sql(boolean goesOn) {
        String key = entity.key().stream().map(dialect::quoted).collect(Collectors.joining(", "));
        return "select " + entity.columns().stream().map(dialect::quoted).collect(Collectors.joining(", ")) + ", "
                + dialect.clock() + " from " + dialect.quoted(entity.table()) + (goesOn ? " where " + condition() : "")
                + " order by " + key + " limit " + chunkRows;
    }

    /** Not as a comparison of rows, for which MariaDB would read the index from its beginning each time. */
    private String condition() {
        String first = dialect.quoted(entity.key().getFirst());
        return entity.key().size() == 1 ? first + " > ?" : first + " >= ? and " + behind(0);
    }

    private String behind(int column) {
        String name = dialect.quoted(entity.key().get(column));
        return column == entity.key().size() - 1
                ? name + " > ?"
                : "(" + name + " > ? or (" + name + " = ? and " + behind(column + 1) + "))";
    }

    /** In the order of the question marks. */
    private static List<String> parameters(List<String> key) {
        List<String> parameters = new ArrayList<>();
        if (key.size() > 1) {
            parameters.add(key.getFirst());
        }
        for (int column = 0; column < key.size() - 1; column++) {
            parameters.add(key.get(column));
            parameters.add(key.get(column));
        }
        parameters.add(key.getLast());
        return parameters;
    }
}
