package io.crossdock.order.fact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An absolute statement by one connection about one raw entity: "wms-east: shipment S-77 is SHIPPED, version 1.9042.1".
 * Never an increment. Within one {@link FactKey} the greatest version is the truth, whenever it arrives.
 *
 * @param key what it speaks about
 * @param home mailbox where supersession is decided, a pure function of the key
 * @param version newer or older than another statement about the same key
 * @param op assert or retract
 * @param origin live, snapshot or replay
 * @param occurredAt business time; null where the source has none
 * @param recordedAt commit at the source
 * @param landedAt append to the raw topic; differs between deliveries, so no part of the content
 * @param times business time per milestone where the row carries one
 * @param links links this row states; empty unless {@code op} is ASSERT
 * @param statement what it says; null unless {@code op} is ASSERT
 * @param reached first-reached stamps of all versions seen, superseded ones included
 * @param evidence coordinates of the raw record, {@code topic-partition@offset}
 * @param traceparent W3C trace context; null if none
 */
public record Fact(
        FactKey key,
        Identifier home,
        SourceVersion version,
        Op op,
        Origin origin,
        @Nullable OffsetDateTime occurredAt,
        Instant recordedAt,
        Instant landedAt,
        Map<Milestone, OffsetDateTime> times,
        List<Link> links,
        @Nullable Statement statement,
        Map<Milestone, Reached> reached,
        String evidence,
        @Nullable String traceparent) {

    public Fact {
        times = Map.copyOf(times);
        links = List.copyOf(links);
        reached = Map.copyOf(reached);
    }

    /** The same fact with other first-reached stamps. */
    public Fact withReached(Map<Milestone, Reached> stamps) {
        return new Fact(
                key,
                home,
                version,
                op,
                origin,
                occurredAt,
                recordedAt,
                landedAt,
                times,
                links,
                statement,
                stamps,
                evidence,
                traceparent);
    }

    /** True if it is this very object: equal facts say the same too, and take longer to compare. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isVery(Fact other) {
        return this == other;
    }

    /** True if both say the same: processing stamps (landedAt, evidence, trace, origin) are no part of what is said. */
    public boolean saysTheSameAs(Fact other) {
        return key.equals(other.key)
                && op == other.op
                && version.equals(other.version)
                && Objects.equals(occurredAt, other.occurredAt)
                && times.equals(other.times)
                && links.equals(other.links)
                && Objects.equals(statement, other.statement)
                && reached.equals(other.reached);
    }
}
