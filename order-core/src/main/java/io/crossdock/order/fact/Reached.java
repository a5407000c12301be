package io.crossdock.order.fact;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The first time a milestone was reached by one factKey: first by source version, so that arrival order cannot change it.
 *
 * @param occurredAt business time with the original offset
 * @param recordedAt commit at the source
 * @param landedAt append to the raw topic, by the broker's clock
 * @param version the version that reached it
 * @param live false if that version came by snapshot or replay
 */
public record Reached(
        OffsetDateTime occurredAt, Instant recordedAt, Instant landedAt, SourceVersion version, boolean live) {

    /** The one that was reached first; equal versions are told apart by their stamps, so that the choice is total. */
    public static Reached first(Reached one, Reached other) {
        int byVersion = one.version.compareTo(other.version);
        if (byVersion != 0) {
            return byVersion < 0 ? one : other;
        }
        int byTime = one.occurredAt.toInstant().compareTo(other.occurredAt.toInstant());
        if (byTime != 0) {
            return byTime < 0 ? one : other;
        }
        return one.landedAt.compareTo(other.landedAt) <= 0 ? one : other;
    }
}
