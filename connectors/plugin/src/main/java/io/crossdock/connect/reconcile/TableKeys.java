package io.crossdock.connect.reconcile;

import io.crossdock.connect.jdbc.JdbcSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a database, by one connection to it. */
final class TableKeys implements KeySource {

    private final Connection database;
    private final JdbcSettings settings;
    private final ZoneId zone;
    private final int chunkRows;

    /** Ends with its connection; {@code zone} is that of times that carry none. */
    TableKeys(Connection database, JdbcSettings settings, ZoneId zone, int chunkRows) {
        this.database = database;
        this.settings = settings;
        this.zone = zone;
        this.chunkRows = chunkRows;
    }

    /** For whoever looks at something else beside the tables. */
    Connection database() {
        return database;
    }

    @Override
    public Beginning begin(KeyEntity entity) throws SourceAway {
        try {
            return new Beginning(clock(), walk(entity).about(database));
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public Chunk behind(KeyEntity entity, @Nullable List<String> key) throws SourceAway {
        try {
            List<KeyRow> rows = walk(entity)
                    .behind(key, database, (int) settings.requestTimeout().toSeconds());
            return new Chunk(rows, rows.size() < chunkRows ? clock() : null);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public void close() throws SourceAway {
        try {
            database.close();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private TableWalk walk(KeyEntity entity) {
        return new TableWalk(settings.dialect(), entity, zone, chunkRows);
    }

    private Instant clock() throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet found =
                        select.executeQuery("select " + settings.dialect().clock())) {
            found.next();
            return TableWalk.instant(found.getBigDecimal(1));
        }
    }

    /** The pool only says that it has waited in vain. */
    static SourceAway away(SQLException failure) {
        Throwable said = failure.getCause() == null ? failure : failure.getCause();
        return new SourceAway(String.valueOf(said.getMessage()), failure);
    }
}
