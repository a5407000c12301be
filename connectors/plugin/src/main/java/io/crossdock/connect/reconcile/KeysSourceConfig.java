package io.crossdock.connect.reconcile;

import io.crossdock.connect.jdbc.Dialect;
import io.crossdock.connect.jdbc.JdbcSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigException;

/** Options of {@link KeysSourceConnector}. */
final class KeysSourceConfig extends AbstractConfig {

    private static final String ENTITIES = "entities";
    private static final String ZONE = "time.zone";
    private static final String SLOT = "slot.name";
    private static final String HEARTBEAT_TOPIC = "heartbeat.topic";

    static final ConfigDef DEFINITION = RoundSettings.define(JdbcSettings.define(new ConfigDef()), 500)
            .define(
                    RoundSettings.CONNECTION,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Name of the connection.")
            .define(
                    ENTITIES,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> KeyEntity.parse(name, String.valueOf(value)),
                            () -> "[{\"entity\":…,\"table\":…,\"key\":[…],\"changedAt\":…},…]"),
                    Importance.HIGH,
                    "Tables whose rows are told, JSON. changedAt may be left out where a table has no such column.")
            .define(
                    ZONE,
                    ConfigDef.Type.STRING,
                    "UTC",
                    Importance.MEDIUM,
                    "IANA name of the zone of times in columns that carry none.")
            .define(
                    SLOT,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "PostgreSQL: the replication slot of the connection's feed; how much log is kept for it is told every ten seconds."
                            + " Empty for none.")
            .define(HEARTBEAT_TOPIC, ConfigDef.Type.STRING, "source.heartbeats", Importance.LOW, "Where that goes.");

    KeysSourceConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    /**
     * Refuses what cannot work.
     *
     * @throws ConfigException with the option, and what is expected
     */
    void check() {
        if (!slot().isEmpty() && database().dialect() != Dialect.POSTGRESQL) {
            throw new ConfigException(SLOT, slot(), "only PostgreSQL has replication slots: leave it out");
        }
        zone();
        rounds().check();
    }

    RoundSettings rounds() {
        return RoundSettings.of(this, KeyEntity.parse(ENTITIES, getString(ENTITIES)));
    }

    JdbcSettings database() {
        return JdbcSettings.from(this);
    }

    ZoneId zone() {
        try {
            return ZoneId.of(getString(ZONE));
        } catch (DateTimeException e) {
            throw new ConfigException(ZONE, getString(ZONE), "expected an IANA name such as America/Chicago");
        }
    }

    /** The replication slot that is watched; empty if none. */
    String slot() {
        return getString(SLOT);
    }

    String heartbeatTopic() {
        return getString(HEARTBEAT_TOPIC);
    }
}
