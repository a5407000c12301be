package io.crossdock.normalize;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of a raw topic, without any type of the broker's.
 *
 * @param topic {@code raw.<connection>.<entity>}
 * @param partition partition it landed in
 * @param offset offset in that partition
 * @param key home identifier as the connector wrote it; null for a truncate
 * @param value JSON as the connector wrote it; null for a tombstone. Not copied: callers leave it alone
 * @param landedAt append to the topic by the broker's clock
 * @param traceparent W3C trace context; null if none
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte @Nullable [] value,
        Instant landedAt,
        @Nullable String traceparent) {

    /** Coordinates, {@code topic-partition@offset}. */
    public String coordinates() {
        return topic + "-" + partition + "@" + offset;
    }

    @Override
    public String toString() {
        return coordinates();
    }
}
