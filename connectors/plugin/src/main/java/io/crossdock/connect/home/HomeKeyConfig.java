package io.crossdock.connect.home;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** Options of {@link HomeKey}. */
final class HomeKeyConfig extends AbstractConfig {

    private static final String CONNECTION = "connection";
    private static final String ENTITIES = "entities";
    private static final String TOPIC_PREFIX = "topic.prefix";
    private static final String HEARTBEAT_PREFIX = "heartbeat.prefix";
    private static final String HEARTBEAT_TOPIC = "heartbeat.topic";
    private static final String HEARTBEAT_TABLE = "heartbeat.table";
    private static final String HEARTBEAT_MARGIN = "heartbeat.margin.ms";
    private static final String EPOCH = "epoch";
    private static final String UNKNOWN = "unknown";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    CONNECTION,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Name of the connection, the first part of topic names and home identifiers.")
            .define(
                    ENTITIES,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> HomeRules.parse(name, String.valueOf(value)),
                            () -> "<entity>=<type>(<column>[,<column>])[!salesforce],…"),
                    Importance.HIGH,
                    "Home of each entity: type of the identifier and the columns that hold its value.")
            .define(TOPIC_PREFIX, ConfigDef.Type.STRING, "raw", Importance.LOW, "First part of the topic names.")
            .define(
                    HEARTBEAT_PREFIX,
                    ConfigDef.Type.STRING,
                    "__debezium-heartbeat",
                    Importance.LOW,
                    "Records of topics that start so are the connector's own heartbeats, by its own clock. They say nothing of the"
                            + " source and are dropped.")
            .define(HEARTBEAT_TOPIC, ConfigDef.Type.STRING, "source.heartbeats", Importance.LOW, "Where heartbeats go.")
            .define(
                    HEARTBEAT_TABLE,
                    ConfigDef.Type.STRING,
                    "crossdock_heartbeat",
                    new NonEmptyString(),
                    Importance.LOW,
                    "Table, without its schema, whose row heartbeat.action.query writes; a change to it is a heartbeat.")
            .define(
                    HEARTBEAT_MARGIN,
                    ConfigDef.Type.LONG,
                    1_000L,
                    Range.atLeast(0),
                    Importance.LOW,
                    "How far two commits may stand in the source's log against their times, in ms; heartbeats say so much less.")
            .define(
                    EPOCH,
                    ConfigDef.Type.LONG,
                    0L,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Source epoch of the connection, written into heartbeats.")
            .define(
                    UNKNOWN,
                    ConfigDef.Type.STRING,
                    "pass",
                    ValidString.in("pass", "drop"),
                    Importance.LOW,
                    "What happens to records of tables that are not listed, such as signals and schema changes.");

    HomeKeyConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    String connection() {
        return getString(CONNECTION);
    }

    HomeRules rules() {
        return HomeRules.parse(ENTITIES, getString(ENTITIES));
    }

    String topicPrefix() {
        return getString(TOPIC_PREFIX);
    }

    String heartbeatPrefix() {
        return getString(HEARTBEAT_PREFIX);
    }

    String heartbeatTopic() {
        return getString(HEARTBEAT_TOPIC);
    }

    HeartbeatRow heartbeatRow() {
        return new HeartbeatRow(
                connection(), getString(HEARTBEAT_TABLE), getLong(EPOCH), Duration.ofMillis(getLong(HEARTBEAT_MARGIN)));
    }

    boolean dropsUnknown() {
        return "drop".equals(getString(UNKNOWN));
    }
}
