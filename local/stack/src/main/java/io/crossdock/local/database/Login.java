package io.crossdock.local.database;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A user at a database.
 *
 * @param url JDBC URL without credentials
 * @param user name
 * @param password secret
 */
public record Login(String url, String user, String password) {

    /** Opens a connection; the caller closes it. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Whether the server accepts this user now. */
    public boolean works() {
        try (Connection connection = open()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether a query returns a row. */
    public boolean finds(String query, String... parameters) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    /** Runs statements one after the other on one connection, so that a variable set by one is seen by the next. */
    public void run(List<String> scripts) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        } catch (SQLException e) {
            throw failed("a script", e);
        }
    }

    /** A script that comes with the launcher. */
    static String resource(String name) {
        try (var in = Login.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new StackFailure("The script " + name + " is not on the class path: run `./crossdock build`.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("The script " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A script in a file. */
    static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new StackFailure("The script " + path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }

    private StackFailure failed(String what, SQLException cause) {
        return new StackFailure(what + " failed at " + url + " as " + user + ": " + cause.getMessage() + ".", cause);
    }
}
