package io.crossdock.order.fact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

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

    private static final Comparator<Reached> FIRST = Comparator.comparing(Reached::version)
            .thenComparing(reached -> reached.occurredAt().toInstant())
            .thenComparing(Reached::landedAt)
            .thenComparing(Reached::recordedAt)
            .thenComparing(reached -> reached.occurredAt().getOffset())
            .thenComparing(Reached::live);

    /** The one that was reached first; equal versions are told apart by their stamps, so that the choice is total. */
    public static Reached first(Reached one, Reached other) {
        return FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** The first of each milestone that either of the two knows. */
    public static Map<Milestone, Reached> first(Map<Milestone, Reached> one, Map<Milestone, Reached> other) {
        if (other.isEmpty()) {
            return one;
        }
        Map<Milestone, Reached> merged = new HashMap<>(one);
        other.forEach((milestone, reached) -> merged.merge(milestone, reached, Reached::first));
        return merged;
    }
}
