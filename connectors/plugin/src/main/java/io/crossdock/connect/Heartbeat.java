package io.crossdock.connect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * What a source says of how far it has been read, as it goes to the topic of heartbeats.
 *
 * @param connection name of the connection
 * @param at everything that was committed at the source before this instant, by the source's clock, is in the raw topics
 * @param kind {@code cdc} for a row read from the source's log, {@code cursor} for a complete poll
 * @param epoch source epoch; a higher one may begin at an earlier instant
 */
public record Heartbeat(String connection, Instant at, String kind, long epoch) {

    /** Read from the source's log. */
    public static final String CDC = "cdc";

    /** Known after a complete poll. */
    public static final String CURSOR = "cursor";

    /** In whole milliseconds, rounded down: a heartbeat never says more than is so. */
    public Heartbeat {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The value of the record, schemaless. */
    public Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("connection", connection);
        value.put("at", at.toString());
        value.put("kind", kind);
        value.put("epoch", epoch);
        return value;
    }

    /** A record of it from a task that polls; {@code topic} is that of heartbeats. */
    public SourceRecord record(String topic) {
        // One field, because Connect finds an offset by the bytes of this map and fields have no order.
        Map<String, String> partition = Map.of("heartbeat", connection + "/" + kind);
        return new SourceRecord(partition, Map.of("at", at.toString()), topic, null, null, connection, null, value());
    }
}
