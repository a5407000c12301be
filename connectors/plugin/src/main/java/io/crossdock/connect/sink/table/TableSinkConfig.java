package io.crossdock.connect.sink.table;

import io.crossdock.connect.delivery.DeliverySettings;
import io.crossdock.connect.jdbc.JdbcSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigException;

/** Options of {@link TableSinkConnector}. */
final class TableSinkConfig extends AbstractConfig {

    private static final String CONNECTION = "connection";
    private static final String TABLES = "tables";
    private static final String KEY_COLUMN = "key.column";
    private static final String VERSION_COLUMN = "version.column";

    static final ConfigDef DEFINITION = JdbcSettings.define(DeliverySettings.define(new ConfigDef()))
            .define(
                    CONNECTION,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Name of the connection.")
            .define(
                    TABLES,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "Tables that may be written, [schema.]table; every other is unsupported.")
            .define(KEY_COLUMN, ConfigDef.Type.STRING, "idempotency_key", Importance.LOW, "Primary key column.")
            .define(VERSION_COLUMN, ConfigDef.Type.STRING, "version", Importance.LOW, "Column of a state's version.");

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
        database().dialect();
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
        return getString(CONNECTION) + " at " + database().url();
    }

    JdbcSettings database() {
        return JdbcSettings.from(this);
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
}
