package io.crossdock.connect.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** Looks at the replication slot of a connection every ten seconds, round or no round; at none if the connection names none. */
final class SlotWatch {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final String slot;
    private final String topic;
    private final int timeoutSeconds;
    private final KeyRecords records;
    private long due;

    /** The first look is due at {@code firstDue}, by {@link System#nanoTime}. */
    SlotWatch(KeysSourceConfig config, KeyRecords records, long firstDue) {
        this.slot = config.slot();
        this.topic = config.heartbeatTopic();
        this.timeoutSeconds = (int) config.database().requestTimeout().toSeconds();
        this.records = records;
        this.due = firstDue;
    }

    /** Nanoseconds until the next look is due; zero or less if it is. */
    long waitNanos(long now) {
        return slot.isEmpty() ? Long.MAX_VALUE : due - now;
    }

    /** Not before then. */
    void postpone(long until) {
        due = until;
    }

    /** The next look. */
    List<SourceRecord> look(Connection database, long now) throws SQLException {
        due = now + EVERY;
        return List.of(records.slot(topic, Slot.read(slot, database, timeoutSeconds)));
    }
}
