package io.crossdock.connect.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** How a database wants to be spoken to. Values go in as text, which the server converts to the column's type. */
public enum Dialect {
    /** PostgreSQL: a key that is there already is no error. */
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", '"') {
        @Override
        String whenThere(String keyColumn) {
            return " on conflict (" + quoted(keyColumn) + ") do nothing";
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
            if (text == null) {
                statement.setNull(index, Types.OTHER);
            } else {
                statement.setObject(index, text, Types.OTHER);
            }
        }

        @Override
        void limit(Properties properties, int seconds) {
            properties.setProperty("socketTimeout", Integer.toString(seconds));
        }

        @Override
        public String clock() {
            return "extract(epoch from clock_timestamp())";
        }

        @Override
        public String about() {
            return "select reltuples from pg_class where oid = to_regclass(?)";
        }
    },

    /**
     * MariaDB: a key that is there already is an error. Its {@code on duplicate key update} would need a right to change rows,
     * which nobody should have in an insert-only table, and would be silent about every other unique key too.
     */
    MARIADB("jdbc:mariadb:", "org.mariadb.jdbc.Driver", '`') {
        @Override
        String whenThere(String keyColumn) {
            return "";
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
            statement.setString(index, text);
        }

        @Override
        String truth(boolean value) {
            return value ? "1" : "0";
        }

        @Override
        void limit(Properties properties, int seconds) {
            properties.setProperty("socketTimeout", Integer.toString(seconds * 1000));
        }

        @Override
        public String clock() {
            return "unix_timestamp(sysdate(6))";
        }

        @Override
        public String about() {
            return "select table_rows from information_schema.tables where concat(table_schema, '.', table_name) = ?";
        }

        @Override
        String session() {
            // Columns of type timestamp are told in the session's zone, those of type datetime in none.
            return "set time_zone = '+00:00'";
        }
    };

    private final String prefix;
    private final String driver;
    private final char quote;

    Dialect(String prefix, String driver, char quote) {
        this.prefix = prefix;
        this.driver = driver;
        this.quote = quote;
    }

    /**
     * The dialect of a database.
     *
     * @throws ConfigException if there is none, or if the address holds a secret
     */
    static Dialect of(String option, String url) {
        if (url.contains("password=") || url.contains("user=")) {
            throw new ConfigException(
                    option + " must hold no user and no password: give jdbc.user, and jdbc.password as a reference");
        }
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        option, url, "expected jdbc:postgresql://host[:port]/database or jdbc:mariadb://…"));
    }

    /** What an insert adds so that a row that is there is left alone; empty if the database raises an error instead. */
    abstract String whenThere(String keyColumn);

    /** Gives a parameter its value. */
    public abstract void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException;

    /** Bounds how long a silent server is listened to. */
    abstract void limit(Properties properties, int seconds);

    /** The server's clock while a row is read, never before what the row shows was committed; seconds since 1970 with fractions. */
    public abstract String clock();

    /** How many rows a table has about, by the server's own statistics; below zero or none if it does not know. */
    public abstract String about();

    /** What is said first in a session; nothing if null. */
    @Nullable
    String session() {
        return null;
    }

    /** Class of the driver. */
    String driver() {
        return driver;
    }

    /** Inserts a row unless its key is there. */
    public String insert(String table, Collection<String> columns, String keyColumn) {
        return "insert into " + quoted(table) + " ("
                + columns.stream().map(this::quoted).collect(Collectors.joining(", ")) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")" + whenThere(keyColumn);
    }

    /** Finds a row by its key. */
    public String find(String table, String keyColumn) {
        return "select 1 from " + quoted(table) + " where " + quoted(keyColumn) + " = ?";
    }

    /** A value as the server reads it; arrays and objects as JSON. */
    public @Nullable String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case BOOLEAN -> truth(value.booleanValue());
            case NUMBER -> value.decimalValue().toPlainString();
            case STRING -> value.textValue();
            default -> value.toString();
        };
    }

    String truth(boolean value) {
        return Boolean.toString(value);
    }

    /** Names have been checked to hold no quote. */
    public String quoted(String name) {
        return quote + name.replace(".", quote + "." + quote) + quote;
    }
}
