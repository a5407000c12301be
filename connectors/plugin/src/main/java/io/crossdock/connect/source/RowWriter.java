package io.crossdock.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes a raw record of a row. */
final class RowWriter {

    /** Origin of a row of the first full read. */
    static final String SNAPSHOT = "true";

    /** Of one that was read because it changed. */
    static final String CHANGE = "false";

    /** Of one that was read again because it had not been heard of. */
    static final String AGAIN = "incremental";

    private final EntitySpec spec;
    private final String topic;
    private final Map<String, String> partition;

    /** A writer to one topic; {@code partition} is the source partition under which Connect keeps the offset. */
    RowWriter(EntitySpec spec, String topic, Map<String, String> partition) {
        this.spec = spec;
        this.topic = topic;
        this.partition = partition;
    }

    /**
     * One raw record.
     *
     * @param readAt when the target answered, by its clock; with the stamp it is the version of the fact
     * @param origin why the row was read: {@link #SNAPSHOT}, {@link #CHANGE}, {@link #AGAIN}
     * @param progress what is known to be read once this record is written
     */
    SourceRecord write(JsonNode row, Position position, Instant readAt, String origin, Progress progress) {
        Map<String, Object> source = Map.of(
                "ts_ms", position.stamp().toEpochMilli(),
                "read_ms", readAt.toEpochMilli(),
                "snapshot", origin);
        Map<String, Object> value =
                Map.of("op", "r", "entity", spec.object(), "source", source, "after", JsonValues.fields(row));
        return new SourceRecord(
                partition, progress.offset(), topic, null, Schema.STRING_SCHEMA, position.id(), null, value);
    }
}
