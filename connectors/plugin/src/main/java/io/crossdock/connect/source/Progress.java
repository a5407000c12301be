package io.crossdock.connect.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an entity has been read; what Connect keeps as its source offset.
 *
 * @param cursor the greatest position read, null before the first record
 * @param snapshotUntil start of the first full read by the target's clock; null once that read is over
 */
record Progress(@Nullable Position cursor, @Nullable Instant snapshotUntil) {

    private static final String STAMP = "stamp";
    private static final String ID = "id";
    private static final String SNAPSHOT_UNTIL = "snapshot_until";

    /** Progress of a task that has read before. */
    static Progress of(Map<String, ?> offset) {
        Position cursor =
                new Position(Position.instant(String.valueOf(offset.get(STAMP))), String.valueOf(offset.get(ID)));
        return new Progress(
                cursor,
                offset.get(SNAPSHOT_UNTIL) instanceof Number until ? Instant.ofEpochMilli(until.longValue()) : null);
    }

    /** After a record: the cursor never goes back, though an overlap reads behind it. */
    Progress read(Position position) {
        return cursor == null || position.compareTo(cursor) > 0 ? new Progress(position, snapshotUntil) : this;
    }

    /** The first full read is over. */
    Progress live() {
        return new Progress(cursor, null);
    }

    /** As Connect stores it. */
    Map<String, ?> offset() {
        Map<String, Object> offset = new HashMap<>();
        if (cursor != null) {
            offset.put(STAMP, Position.text(cursor.stamp()));
            offset.put(ID, cursor.id());
        }
        if (snapshotUntil != null) {
            offset.put(SNAPSHOT_UNTIL, snapshotUntil.toEpochMilli());
        }
        return offset;
    }
}
