package io.crossdock.connect.reconcile;

import io.crossdock.connect.home.Homes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the topic of keys, schemaless: a row goes where its raw records go; where a table begins and ends, and how far it has
 * come, goes to every partition, because each must know.
 */
final class KeyRecords {

    /** Offset: the begin of the last round that was read to its end, milliseconds by the source's clock. */
    static final String ROUND = "round";

    /** Offset: when it ended, milliseconds by the worker's clock. */
    static final String ENDED = "ended";

    private final String connection;
    private final String topic;
    private final int partitions;
    private final Homes homes;
    private Map<String, Object> offset = Map.of();

    KeyRecords(RoundSettings settings) {
        this.connection = settings.connection();
        this.topic = settings.topic();
        this.partitions = settings.partitions();
        this.homes = settings.homes();
    }

    static Map<String, String> partition(String connection) {
        return Map.of("keys", connection);
    }

    /** From now on records say that a round has ended. */
    void roundEnded(long round, long now) {
        offset = Map.of(ROUND, round, ENDED, now);
    }

    /** The rows of one chunk. */
    List<SourceRecord> rows(KeyEntity entity, long round, List<KeyRow> rows) {
        List<SourceRecord> records = new ArrayList<>(rows.size());
        for (KeyRow row : rows) {
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < entity.key().size(); i++) {
                columns.put(entity.key().get(i), row.key().get(i));
            }
            Map<String, Object> value = value("row", entity.entity(), round);
            value.put("key", String.join("|", row.key()));
            if (row.changedAt() != null) {
                value.put("changedAt", row.changedAt().toString());
            }
            value.put("readAt", row.readAt().toString());
            records.add(record(null, homes.of(entity.entity(), columns::get), value));
        }
        return records;
    }

    /** A table begins. */
    List<SourceRecord> began(KeyEntity entity, long round, Instant at) {
        Map<String, Object> value = value("began", entity.entity(), round);
        value.put("at", at.toString());
        return everywhere(value);
    }

    /** A table has ended. */
    List<SourceRecord> ended(KeyEntity entity, long round, Instant at, long rows) {
        Map<String, Object> value = value("ended", entity.entity(), round);
        value.put("at", at.toString());
        value.put("rows", rows);
        return everywhere(value);
    }

    /** How far a round has come; {@code entity} is null between two rounds. */
    List<SourceRecord> pulse(@Nullable KeyEntity entity, long round, long rows, @Nullable Long about) {
        if (entity == null) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("kind", "pulse");
            value.put("connection", connection);
            return everywhere(value);
        }
        Map<String, Object> value = value("pulse", entity.entity(), round);
        value.put("rows", rows);
        if (about != null) {
            value.put("about", about);
        }
        return everywhere(value);
    }

    /** How the slot of the connection's feed stands: to everybody, as heartbeats go. */
    SourceRecord slot(String heartbeatTopic, Slot slot) {
        return new SourceRecord(
                partition(connection),
                offset,
                heartbeatTopic,
                null,
                Schema.OPTIONAL_STRING_SCHEMA,
                connection,
                null,
                slot.value(connection));
    }

    private Map<String, Object> value(String kind, String entity, long round) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("kind", kind);
        value.put("connection", connection);
        value.put("entity", entity);
        value.put("round", round);
        return value;
    }

    private List<SourceRecord> everywhere(Map<String, Object> value) {
        List<SourceRecord> records = new ArrayList<>(partitions);
        for (int partition = 0; partition < partitions; partition++) {
            records.add(record(partition, connection, value));
        }
        return records;
    }

    private SourceRecord record(@Nullable Integer partition, @Nullable String key, Map<String, Object> value) {
        return new SourceRecord(
                partition(connection), offset, topic, partition, Schema.OPTIONAL_STRING_SCHEMA, key, null, value);
    }
}
