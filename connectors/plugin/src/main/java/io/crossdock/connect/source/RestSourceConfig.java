package io.crossdock.connect.source;

import io.crossdock.connect.http.RestSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Options of {@link RestSourceConnector}. */
final class RestSourceConfig extends AbstractConfig {

    static final String ENTITIES = "entities";
    static final String OVERLAP = "overlap.ms";
    static final String HEARTBEAT_TOPIC = "heartbeat.topic";
    private static final String SIGNALS = "signals.";
    private static final String SIGNALS_TOPIC = SIGNALS + "topic";
    private static final String SIGNALS_BOOTSTRAP = SIGNALS + "bootstrap.servers";
    private static final String SIGNALS_CONSUMER = SIGNALS + "consumer.";
    private static final String EPOCH = "epoch";
    private static final String TOPIC_PREFIX = "topic.prefix";
    private static final String PAGE_SIZE = "page.size";
    private static final String POLL_INTERVAL = "poll.interval.ms";
    private static final String RETRY_INITIAL = "retry.initial.ms";
    private static final String RETRY_MAX = "retry.max.ms";

    static final ConfigDef DEFINITION = RestSettings.define(new ConfigDef(), 600)
            .define(
                    ENTITIES,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> EntitySpec.parse(name, String.valueOf(value)),
                            () -> "[{\"entity\":…,\"object\":…,\"select\":[…],\"cursor\":…,\"id\":…},…]"),
                    Importance.HIGH,
                    "What to poll, JSON. cursor and id may be left out: SystemModstamp and Id.")
            .define(TOPIC_PREFIX, ConfigDef.Type.STRING, "raw", Importance.LOW, "First part of the topic names.")
            .define(
                    PAGE_SIZE,
                    ConfigDef.Type.INT,
                    2000,
                    Range.between(1, 2000),
                    Importance.LOW,
                    "Records the API is asked for at once.")
            .define(
                    POLL_INTERVAL,
                    ConfigDef.Type.LONG,
                    1_000L,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "Pause between two polls of one entity, in ms.")
            .define(
                    OVERLAP,
                    ConfigDef.Type.LONG,
                    5_000L,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How far each poll looks back, in ms: longer than the longest transaction of the target.")
            .define(
                    HEARTBEAT_TOPIC,
                    ConfigDef.Type.STRING,
                    "source.heartbeats",
                    Importance.LOW,
                    "Where a heartbeat goes after each complete poll of all entities; empty for none.")
            .define(
                    EPOCH,
                    ConfigDef.Type.LONG,
                    0L,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Source epoch of the connection, written into heartbeats.")
            .define(
                    SIGNALS_TOPIC,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Where the application asks for rows to be read again; empty if it cannot.")
            .define(
                    SIGNALS_BOOTSTRAP,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Brokers of that topic; options of its consumer begin with signals.consumer.")
            .define(
                    RETRY_INITIAL,
                    ConfigDef.Type.LONG,
                    200L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "First pause after a failed read, in ms; doubles with each failure.")
            .define(
                    RETRY_MAX,
                    ConfigDef.Type.LONG,
                    30_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Longest pause after a failed read, in ms.");

    RestSourceConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    RestSettings rest() {
        return RestSettings.from(this);
    }

    List<EntitySpec> entities() {
        return EntitySpec.parse(ENTITIES, getString(ENTITIES));
    }

    String topic(EntitySpec entity) {
        return getString(TOPIC_PREFIX) + "." + getString(RestSettings.CONNECTION) + "." + entity.entity();
    }

    int pageSize() {
        return getInt(PAGE_SIZE);
    }

    Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    Duration overlap() {
        return Duration.ofMillis(getLong(OVERLAP));
    }

    String heartbeatTopic() {
        return getString(HEARTBEAT_TOPIC);
    }

    /** What the application asks for; null if it cannot. */
    @Nullable
    Signals signals() {
        String topic = getString(SIGNALS_TOPIC);
        if (topic.isEmpty()) {
            return null;
        }
        String bootstrap = getString(SIGNALS_BOOTSTRAP);
        if (bootstrap.isEmpty()) {
            throw new ConfigException(SIGNALS_BOOTSTRAP, bootstrap, "expected the brokers of " + topic);
        }
        Map<String, Object> consumer = new HashMap<>(originalsWithPrefix(SIGNALS_CONSUMER));
        consumer.put("bootstrap.servers", bootstrap);
        return new Signals(getString(RestSettings.CONNECTION), topic, consumer);
    }

    CompletePolls completePolls() {
        return new CompletePolls(
                getString(RestSettings.CONNECTION),
                getLong(EPOCH),
                overlap(),
                entities().stream().map(EntitySpec::entity).toList());
    }

    /** The pause after a number of failures in a row, at least one. */
    Duration pauseAfter(int failures) {
        long doubled = getLong(RETRY_INITIAL) << Math.min(failures - 1, 20);
        return Duration.ofMillis(Math.min(doubled, getLong(RETRY_MAX)));
    }
}
