package io.crossdock.connect.home;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** Options of {@link HomeKey}. */
final class HomeKeyConfig extends AbstractConfig {

    private static final String CONNECTION = "connection";
    private static final String ENTITIES = "entities";
    private static final String TOPIC_PREFIX = "topic.prefix";
    private static final String HEARTBEAT_PREFIX = "heartbeat.prefix";
    private static final String HEARTBEAT_TOPIC = "heartbeat.topic";
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
                    "Records of topics that start so are heartbeats.")
            .define(HEARTBEAT_TOPIC, ConfigDef.Type.STRING, "source.heartbeats", Importance.LOW, "Where heartbeats go.")
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

    boolean dropsUnknown() {
        return "drop".equals(getString(UNKNOWN));
    }
}
