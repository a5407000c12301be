package io.crossdock.connect.reconcile;

import io.crossdock.connect.home.Homes;
import io.crossdock.connect.jdbc.Dialect;
import io.crossdock.connect.jdbc.JdbcSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** Options of {@link KeysSourceConnector}. */
final class KeysSourceConfig extends AbstractConfig {

    private static final String CONNECTION = "connection";
    private static final String ENTITIES = "entities";
    private static final String HOMES = "homes";
    private static final String ZONE = "time.zone";
    private static final String TOPIC = "topic";
    private static final String PARTITIONS = "partitions";
    private static final String EVERY = "reconcile.every";
    private static final String ROWS_PER_SECOND = "reconcile.rows.per.second";
    private static final String CHUNK_ROWS = "reconcile.chunk.rows";
    private static final String PULSE = "reconcile.pulse.ms";
    private static final String SLOT = "slot.name";
    private static final String HEARTBEAT_TOPIC = "heartbeat.topic";

    static final ConfigDef DEFINITION = JdbcSettings.define(new ConfigDef())
            .define(
                    CONNECTION,
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
                    HOMES,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "Home of each entity, as in option entities of HomeKey; of key columns only.")
            .define(
                    ZONE,
                    ConfigDef.Type.STRING,
                    "UTC",
                    Importance.MEDIUM,
                    "IANA name of the zone of times in columns that carry none.")
            .define(TOPIC, ConfigDef.Type.STRING, "source.keys", Importance.LOW, "Where the rows go.")
            .define(
                    PARTITIONS,
                    ConfigDef.Type.INT,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Range.atLeast(1),
                    Importance.HIGH,
                    "Partitions of the topic: each is told where a table begins and ends.")
            .define(
                    EVERY,
                    ConfigDef.Type.STRING,
                    "PT15M",
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> duration(name, String.valueOf(value)), () -> "PT1S or longer"),
                    Importance.HIGH,
                    "From the begin of one round over all tables to that of the next, ISO 8601. One that takes longer is followed at"
                            + " once.")
            .define(
                    ROWS_PER_SECOND,
                    ConfigDef.Type.INT,
                    2_000,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "At most so many rows are read in a second, so that the source is spared.")
            .define(
                    CHUNK_ROWS,
                    ConfigDef.Type.INT,
                    500,
                    Range.between(1, 10_000),
                    Importance.LOW,
                    "Rows that one statement reads.")
            .define(
                    PULSE,
                    ConfigDef.Type.LONG,
                    3_000L,
                    Range.atLeast(100),
                    Importance.LOW,
                    "How often each partition is told how far a round has come, in ms.")
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
        Homes homes = homes();
        for (KeyEntity entity : entities()) {
            if (homes.of(entity.entity(), column -> entity.key().contains(column) ? column : null) == null) {
                throw new ConfigException(
                        HOMES, entity.entity(), "expected a home of columns of its key " + entity.key());
            }
        }
    }

    String connection() {
        return getString(CONNECTION);
    }

    JdbcSettings database() {
        return JdbcSettings.from(this);
    }

    List<KeyEntity> entities() {
        return KeyEntity.parse(ENTITIES, getString(ENTITIES));
    }

    Homes homes() {
        return Homes.parse(HOMES, connection(), getString(HOMES));
    }

    ZoneId zone() {
        try {
            return ZoneId.of(getString(ZONE));
        } catch (DateTimeException e) {
            throw new ConfigException(ZONE, getString(ZONE), "expected an IANA name such as America/Chicago");
        }
    }

    String topic() {
        return getString(TOPIC);
    }

    int partitions() {
        return getInt(PARTITIONS);
    }

    Duration every() {
        return duration(EVERY, getString(EVERY));
    }

    int rowsPerSecond() {
        return getInt(ROWS_PER_SECOND);
    }

    int chunkRows() {
        return getInt(CHUNK_ROWS);
    }

    Duration pulse() {
        return Duration.ofMillis(getLong(PULSE));
    }

    /** The replication slot that is watched; empty if none. */
    String slot() {
        return getString(SLOT);
    }

    String heartbeatTopic() {
        return getString(HEARTBEAT_TOPIC);
    }

    private static Duration duration(String option, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, like one that is too short.
        }
        throw new ConfigException(option, text, "expected an ISO 8601 duration of a second or more, for example PT15M");
    }
}
