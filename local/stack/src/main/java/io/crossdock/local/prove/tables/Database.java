package io.crossdock.local.prove.tables;

import io.crossdock.local.database.Login;
import io.crossdock.local.process.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One system's database, read as its own people would; one that was away in between is connected to again. */
public final class Database implements AutoCloseable {

    private static final int ANSWERS_WITHIN_S = 5;

    private final Login login;
    private Connection connection;

    /**
     * Opens it.
     *
     * @throws StackFailure if it does not answer
     */
    public Database(String url, String user, String password) {
        login = new Login(url, user, password);
        try {
            connection = login.open();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Makes something of a row. */
    public interface RowReader<T> {
        /** From where the row set stands. */
        T read(ResultSet row) throws SQLException;
    }

    /** What a query finds, row by row. */
    public <T> List<T> read(String sql, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The one text that a query finds. */
    public String text(String sql) {
        return read(sql, row -> row.getString(1)).getFirst();
    }

    /** A connection that answers; for this database's owner to close, not for who asks. */
    Connection connection() throws SQLException {
        if (!connection.isValid(ANSWERS_WITHIN_S)) {
            connection.close();
            connection = login.open();
        }
        return connection;
    }

    private static StackFailure failed(SQLException cause) {
        return new StackFailure(
                "What the systems hold cannot be read: " + cause.getMessage()
                        + ". `./crossdock status` says what runs.",
                cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
