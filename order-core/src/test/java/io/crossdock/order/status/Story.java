package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.mailbox.Claims;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that a story is told in: each step is one row, a minute later; a later row of a key replaces it. */
abstract class Story {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-20T10:00:00-05:00");
    private static final int SHUFFLES = Integer.getInteger("crossdock.shuffles", 20);

    final Map<FactKey, Fact> facts = new TreeMap<>();
    private long clock;
    private Duration shift = Duration.ZERO;

    /** The time at which the next row happens, without the minute that passes. */
    final OffsetDateTime now() {
        return START.plusMinutes(clock).plus(shift);
    }

    final void waits(Duration time) {
        shift = shift.plus(time);
    }

    /** Any row. */
    final void row(Identifier home, String entity, String primaryKey, List<Link> links, Statement says) {
        clock++;
        rowAt(now(), home, entity, primaryKey, links, says);
    }

    /** Any row of another business time. */
    final void rowAt(
            OffsetDateTime time, Identifier home, String entity, String primaryKey, List<Link> links, Statement says) {
        FactKey key = key(home.connection(), entity, primaryKey);
        Fact fact = new Fact(
                key,
                home,
                new SourceVersion(1, clock, 1),
                Op.ASSERT,
                Origin.LIVE,
                time,
                now().toInstant(),
                now().toInstant(),
                Map.of(),
                links,
                says,
                Map.of(),
                "raw." + home.connection() + "." + entity + "-0@" + clock,
                null);
        Map<Milestone, Reached> reached = new EnumMap<>(Milestone.class);
        reached.putAll(Claims.of(fact));
        Fact before = facts.get(key);
        if (before != null) {
            before.reached().forEach((milestone, stamp) -> reached.merge(milestone, stamp, Reached::first));
        }
        facts.put(key, fact.withReached(reached));
    }

    /** The row of this key says of itself that it came so far when it was written. */
    final void dates(FactKey key, Milestone milestone) {
        Fact row = Objects.requireNonNull(facts.get(key));
        OffsetDateTime time = Objects.requireNonNull(row.occurredAt());
        facts.put(
                key,
                new Fact(
                        row.key(),
                        row.home(),
                        row.version(),
                        row.op(),
                        row.origin(),
                        row.occurredAt(),
                        row.recordedAt(),
                        row.landedAt(),
                        Map.of(milestone, time),
                        row.links(),
                        row.statement(),
                        row.reached(),
                        row.evidence(),
                        row.traceparent()));
    }

    /** R91: whatever order the facts come in, and if some come twice, the projection is one. */
    static Projected inAnyOrder(Projection projection, Identifier topmost, List<Fact> facts) {
        Projected expected = projection.project(topmost, facts);
        for (int seed = 0; seed < SHUFFLES; seed++) {
            List<Fact> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.addAll(facts.subList(0, Math.min(seed, facts.size())));
            assertThat(projection.project(topmost, shuffled))
                    .as("projection of the same facts, shuffled by seed %s", seed)
                    .isEqualTo(expected);
        }
        return expected;
    }

    final List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    static FactKey key(String connection, String entity, String primaryKey) {
        return new FactKey(connection, entity, primaryKey);
    }

    static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
