package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.order.fact.FactKey;
import io.crossdock.systems.Captured;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which row a record speaks of that became no fact, as far as that can be read.
 *
 * @param row the row; null if its primary key cannot be read
 * @param committed commit at the source; where that cannot be read, when the record landed
 */
record Unread(@Nullable FactKey row, Instant committed) {

    /** Of a record that was ignored or rejected; it never throws. */
    static Unread of(RawRecord record, String connection, Captured captured) {
        byte[] value = record.value();
        Envelope envelope;
        try {
            envelope = value == null ? null : Envelope.read(value);
        } catch (Rejection e) {
            envelope = null;
        }
        return envelope == null
                ? new Unread(null, record.landedAt())
                : new Unread(row(envelope.row(), connection, captured), committed(envelope, record));
    }

    private static @Nullable FactKey row(JsonNode row, String connection, Captured captured) {
        StringJoiner key = new StringJoiner("|");
        for (String column : captured.key()) {
            if (!row.hasNonNull(column)) {
                return null;
            }
            key.add(row.get(column).asText());
        }
        return new FactKey(connection, captured.name(), key.toString());
    }

    private static Instant committed(Envelope envelope, RawRecord record) {
        try {
            return envelope.recordedAt();
        } catch (Rejection e) {
            return record.landedAt();
        }
    }
}
