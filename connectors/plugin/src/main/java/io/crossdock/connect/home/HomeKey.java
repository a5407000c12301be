package io.crossdock.connect.home;

import io.crossdock.connect.Heartbeat;
import io.crossdock.connect.PluginVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Monitorable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a raw record to {@code raw.<connection>.<entity>}, keyed by its home identifier, so that it is handled where it lands.
 * The partition is left to the producer's default partitioner, which makes {@code raw.*} and {@code facts} co-partitioned. The
 * connector's own row at the source becomes a {@link Heartbeat}.
 *
 * @param <R> source or sink record
 */
public final class HomeKey<R extends ConnectRecord<R>> implements Transformation<R>, Monitorable {

    private static final Logger LOG = LoggerFactory.getLogger(HomeKey.class);

    private final Map<String, LongAdder> withoutHome = new ConcurrentHashMap<>();
    private @Nullable HomeKeyConfig config;
    private @Nullable HomeRules rules;
    private @Nullable HeartbeatRow heartbeats;

    /** For Connect, which calls {@link #configure} next. */
    public HomeKey() {}

    @Override
    public void configure(Map<String, ?> options) {
        HomeKeyConfig read = new HomeKeyConfig(options);
        config = read;
        rules = read.rules();
        heartbeats = read.heartbeatRow();
    }

    @Override
    public void withPluginMetrics(PluginMetrics metrics) {
        MetricName name = metrics.metricName(
                "records-without-home",
                "Records whose home column is missing; they go on without a key.",
                new LinkedHashMap<>());
        Gauge<Long> count = (unused, now) -> recordsWithoutHome();
        try {
            metrics.addMetric(name, count);
        } catch (IllegalArgumentException e) {
            // A task that did not stop in time keeps its metrics until it ends; this one must not fail of that.
            LOG.warn("records-without-home is not counted until the next start: the task before has not ended yet.");
        }
    }

    /**
     * Renames and keys a record.
     *
     * @return null for a heartbeat that proves nothing, and if the record's table is not listed and {@code unknown=drop}
     * @throws IllegalStateException before {@link #configure}
     */
    @Override
    @SuppressWarnings("NullAway") // Connect takes null for "drop"; Transformation is not annotated
    public R apply(R record) {
        HomeKeyConfig options = config;
        HomeRules homes = rules;
        HeartbeatRow row = heartbeats;
        if (options == null || homes == null || row == null) {
            throw new IllegalStateException("HomeKey is not configured");
        }
        if (record.topic().equals(options.heartbeatTopic())) {
            return record;
        }
        if (record.topic().startsWith(options.heartbeatPrefix())) {
            return null;
        }
        if (row.isOf(record)) {
            return heartbeat(record, options.heartbeatTopic(), row.read(record));
        }
        String entity = RawRecord.entity(record);
        HomeRule rule = homes.of(entity);
        if (rule == null) {
            return options.dropsUnknown() ? null : record;
        }
        String topic = options.topicPrefix() + "." + options.connection() + "." + entity;
        String home = rule.identifier(options.connection(), column -> RawRecord.column(record, column));
        if (home != null) {
            return keyed(record, topic, home);
        }
        if (!RawRecord.isTruncate(record)) {
            countMissing(entity, rule, record);
        }
        return keyed(record, topic, null);
    }

    /** Records so far whose home column was missing, truncates not counted. */
    public long recordsWithoutHome() {
        return withoutHome.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private void countMissing(String entity, HomeRule rule, R record) {
        LongAdder fresh = new LongAdder();
        LongAdder known = withoutHome.putIfAbsent(entity, fresh);
        (known == null ? fresh : known).increment();
        if (known == null) {
            LOG.warn(
                    "A record of {} holds no {}, neither in its key nor in its row: it goes on without a key and becomes a"
                            + " dead letter. Check option entities and the columns the source includes. Topic {}."
                            + " Reported once per entity, counted in records-without-home.",
                    entity,
                    rule.columns(),
                    record.topic());
        }
    }

    @SuppressWarnings("NullAway")
    private R heartbeat(R record, String topic, @Nullable Heartbeat heartbeat) {
        return heartbeat == null
                ? null
                : record.newRecord(
                        topic,
                        null,
                        Schema.STRING_SCHEMA,
                        heartbeat.connection(),
                        null,
                        heartbeat.value(),
                        record.timestamp());
    }

    private R keyed(R record, String topic, @Nullable String key) {
        Schema keySchema = key == null ? null : Schema.STRING_SCHEMA;
        return Trace.begin(record.newRecord(
                topic, null, keySchema, key, record.valueSchema(), record.value(), record.timestamp()));
    }

    @Override
    public ConfigDef config() {
        return HomeKeyConfig.DEFINITION;
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }

    @Override
    public void close() {
        if (recordsWithoutHome() > 0) {
            LOG.warn("{} records went on without a key because their home column was missing", recordsWithoutHome());
        }
    }
}
