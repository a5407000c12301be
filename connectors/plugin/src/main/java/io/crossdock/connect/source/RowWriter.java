package io.crossdock.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes a raw record of a row. */
final class RowWriter {

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
     * @param snapshot true if the row belongs to the first full read
     * @param progress what is known to be read once this record is written
     */
    SourceRecord write(JsonNode row, Position position, Instant readAt, boolean snapshot, Progress progress) {
        Map<String, Object> source = Map.of(
                "ts_ms", position.stamp().toEpochMilli(),
                "read_ms", readAt.toEpochMilli(),
                "snapshot", Boolean.toString(snapshot));
        Map<String, Object> value =
                Map.of("op", "r", "entity", spec.object(), "source", source, "after", JsonValues.fields(row));
        return new SourceRecord(
                partition, progress.offset(), topic, null, Schema.STRING_SCHEMA, position.id(), null, value);
    }
}
