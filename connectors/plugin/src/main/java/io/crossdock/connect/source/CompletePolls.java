package io.crossdock.connect.source;

import io.crossdock.connect.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says, after each complete poll of all entities, up to when the source is read: once what the poll brought is at the broker, and
 * not while one entity is still in its first read.
 */
final class CompletePolls {

    private final String connection;
    private final long epoch;
    private final Duration overlap;
    private final List<String> entities;
    private final Map<String, Instant> ended = new HashMap<>();
    private final Landing landing = new Landing();
    private @Nullable Waiting waiting;

    private record Waiting(Heartbeat heartbeat, long behind) {}

    CompletePolls(String connection, long epoch, Duration overlap, List<String> entities) {
        this.connection = connection;
        this.epoch = epoch;
        this.overlap = overlap;
        this.entities = List.copyOf(entities);
    }

    /** A page of an entity is handed to the worker now. */
    void handOver(String entity, Page page) {
        landing.handOver(page.records());
        Instant completeTo = page.completeTo();
        if (completeTo != null) {
            ended.put(entity, completeTo);
        }
        if (waiting == null && ended.size() == entities.size()) {
            // What was written within the overlap may still be in an open transaction, and is read by the next poll.
            Instant at = Collections.min(ended.values()).minus(overlap);
            waiting = new Waiting(new Heartbeat(connection, at, Heartbeat.CURSOR, epoch), landing.last());
            ended.clear();
        }
    }

    /** A record is at the broker; called on any thread. */
    void landed(SourceRecord record) {
        landing.landed(record);
    }

    /** The heartbeat that is true now; null if there is none. */
    @Nullable
    Heartbeat due() {
        Waiting next = waiting;
        if (next == null || !landing.isDone(next.behind())) {
            return null;
        }
        waiting = null;
        return next.heartbeat();
    }
}
