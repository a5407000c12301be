package io.crossdock.connect.reconcile;

import io.crossdock.connect.home.Homes;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * Options that all connectors share which read keys in rounds.
 *
 * @param entities what is read, one after the other
 * @param homes where the rows of each are at home
 * @param topic where the rows go
 * @param partitions partitions of that topic
 * @param every from the begin of one round to that of the next
 * @param rowsPerSecond most rows read in a second
 * @param chunkRows rows read at once
 * @param pulse how often each partition is told how far a round has come
 */
record RoundSettings(
        String connection,
        List<KeyEntity> entities,
        Homes homes,
        String topic,
        int partitions,
        Duration every,
        int rowsPerSecond,
        int chunkRows,
        Duration pulse) {

    static final String CONNECTION = "connection";
    static final String HOMES = "homes";
    private static final String TOPIC = "topic";
    private static final String PARTITIONS = "partitions";
    private static final String EVERY = "reconcile.every";
    private static final String ROWS_PER_SECOND = "reconcile.rows.per.second";
    private static final String CHUNK_ROWS = "reconcile.chunk.rows";
    private static final String PULSE = "reconcile.pulse.ms";

    RoundSettings {
        entities = List.copyOf(entities);
    }

    /** Adds the options, but for the connection's name and the entities. */
    static ConfigDef define(ConfigDef definition, int defaultChunkRows) {
        return definition
                .define(
                        HOMES,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "Home of each entity, as in option entities of HomeKey; of key columns only.")
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
                        "From the begin of one round over all tables to that of the next, ISO 8601. One that takes longer is"
                                + " followed at once.")
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
                        defaultChunkRows,
                        Range.between(1, 10_000),
                        Importance.LOW,
                        "Rows that one statement or call reads.")
                .define(
                        PULSE,
                        ConfigDef.Type.LONG,
                        3_000L,
                        Range.atLeast(100),
                        Importance.LOW,
                        "How often each partition is told how far a round has come, in ms.");
    }

    /**
     * Reads them.
     *
     * @throws ConfigException with the option, and what is expected
     */
    static RoundSettings of(AbstractConfig config, List<KeyEntity> entities) {
        String connection = config.getString(CONNECTION);
        return new RoundSettings(
                connection,
                entities,
                Homes.parse(HOMES, connection, config.getString(HOMES)),
                config.getString(TOPIC),
                config.getInt(PARTITIONS),
                duration(EVERY, config.getString(EVERY)),
                config.getInt(ROWS_PER_SECOND),
                config.getInt(CHUNK_ROWS),
                Duration.ofMillis(config.getLong(PULSE)));
    }

    /** Refuses an entity whose home is not part of its key. */
    void check() {
        for (KeyEntity entity : entities) {
            if (homes.of(entity.entity(), column -> entity.key().contains(column) ? column : null) == null) {
                throw new ConfigException(
                        HOMES, entity.entity(), "expected a home of columns of its key " + entity.key());
            }
        }
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
