package io.crossdock.connect.sink.table;

import io.crossdock.connect.delivery.DeliverySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Options of {@link TableSinkConnector}. */
final class TableSinkConfig extends AbstractConfig {

    private static final String CONNECTION = "connection";
    private static final String URL = "jdbc.url";
    private static final String USER = "jdbc.user";
    private static final String PASSWORD = "jdbc.password";
    private static final String TABLES = "tables";
    private static final String KEY_COLUMN = "key.column";
    private static final String VERSION_COLUMN = "version.column";
    private static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    private static final String REQUEST_TIMEOUT = "request.timeout.ms";

    static final ConfigDef DEFINITION = DeliverySettings.define(new ConfigDef())
            .define(
                    CONNECTION,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Name of the connection.")
            .define(
                    URL,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "jdbc:postgresql://host[:port]/database or jdbc:mariadb://…, without user and password.")
            .define(USER, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, Importance.HIGH, "User.")
            .define(
                    PASSWORD,
                    ConfigDef.Type.PASSWORD,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "Its password; give a config provider's reference, such as ${file:/path/secrets.properties:erp}.")
            .define(
                    TABLES,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "Tables that may be written, [schema.]table; every other is unsupported.")
            .define(KEY_COLUMN, ConfigDef.Type.STRING, "idempotency_key", Importance.LOW, "Primary key column.")
            .define(VERSION_COLUMN, ConfigDef.Type.STRING, "version", Importance.LOW, "Column of a state's version.")
            .define(
                    CONNECT_TIMEOUT,
                    ConfigDef.Type.LONG,
                    3_000L,
                    Range.atLeast(250),
                    Importance.LOW,
                    "Bound of the wait for a connection, in ms.")
            .define(
                    REQUEST_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    Range.atLeast(1_000),
                    Importance.LOW,
                    "Bound of one statement, in ms, rounded up to seconds.");

    TableSinkConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    /**
     * Refuses what cannot work.
     *
     * @throws ConfigException with the option, and what is expected
     */
    void check() {
        delivery();
        dialect();
        for (String column : List.of(keyColumn(), versionColumn())) {
            if (!Row.isName(column)) {
                throw new ConfigException(KEY_COLUMN + ", " + VERSION_COLUMN, column, "expected a-z, 0-9 and _");
            }
        }
        for (String table : tables()) {
            if (!List.of(table.split("\\.", 2)).stream().allMatch(Row::isName)) {
                throw new ConfigException(TABLES, table, "expected [schema.]table of a-z, 0-9 and _");
            }
        }
    }

    DeliverySettings delivery() {
        return DeliverySettings.from(this);
    }

    /** The target, as logs call it. */
    String target() {
        return getString(CONNECTION) + " at " + url();
    }

    Dialect dialect() {
        return Dialect.of(URL, url());
    }

    String url() {
        return getString(URL);
    }

    String user() {
        return getString(USER);
    }

    Password password() {
        return getPassword(PASSWORD);
    }

    Set<String> tables() {
        return Set.copyOf(getList(TABLES));
    }

    String keyColumn() {
        return getString(KEY_COLUMN);
    }

    String versionColumn() {
        return getString(VERSION_COLUMN);
    }

    Duration connectTimeout() {
        return Duration.ofMillis(getLong(CONNECT_TIMEOUT));
    }

    /** Whole seconds, at least one. */
    Duration requestTimeout() {
        return Duration.ofSeconds(Math.ceilDiv(getLong(REQUEST_TIMEOUT), 1_000L));
    }
}
