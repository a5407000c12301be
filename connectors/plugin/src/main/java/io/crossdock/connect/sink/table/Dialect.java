package io.crossdock.connect.sink.table;

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
enum Dialect {
    /** PostgreSQL: a key that is there already is no error. */
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", '"') {
        @Override
        String whenThere(String keyColumn) {
            return " on conflict (" + quoted(keyColumn) + ") do nothing";
        }

        @Override
        void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
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
        void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
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
    abstract void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException;

    /** Bounds how long a silent server is listened to. */
    abstract void limit(Properties properties, int seconds);

    String driver() {
        return driver;
    }

    /** Inserts a row unless its key is there. */
    String insert(String table, Collection<String> columns, String keyColumn) {
        return "insert into " + quoted(table) + " ("
                + columns.stream().map(this::quoted).collect(Collectors.joining(", ")) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")" + whenThere(keyColumn);
    }

    /** Finds a row by its key. */
    String find(String table, String keyColumn) {
        return "select 1 from " + quoted(table) + " where " + quoted(keyColumn) + " = ?";
    }

    /** A value as the server reads it; arrays and objects as JSON. */
    @Nullable
    String text(JsonNode value) {
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
    String quoted(String name) {
        return quote + name.replace(".", quote + "." + quote) + quote;
    }
}
