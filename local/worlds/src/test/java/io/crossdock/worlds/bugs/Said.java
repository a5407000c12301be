package io.crossdock.worlds.bugs;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that say something else than they did. */
final class Said {

    private Said() {}

    static Fact with(Fact fact, FactKey key, SourceVersion version, Op op) {
        return with(fact, key, version, op, fact.occurredAt(), fact.statement(), fact.links());
    }

    static Fact saying(Fact fact, @Nullable Statement statement) {
        return with(fact, fact.key(), fact.version(), fact.op(), fact.occurredAt(), statement, fact.links());
    }

    static Fact at(Fact fact, @Nullable OffsetDateTime occurredAt) {
        return with(fact, fact.key(), fact.version(), fact.op(), occurredAt, fact.statement(), fact.links());
    }

    static Fact linking(Fact fact, List<Link> links) {
        return with(fact, fact.key(), fact.version(), fact.op(), fact.occurredAt(), fact.statement(), links);
    }

    /** A line that names its counter of ordered even where its row does not. */
    static Statement.Line orderedOrZero(Statement.Line line) {
        Map<Quantity, BigDecimal> counters = new EnumMap<>(Quantity.class);
        counters.putAll(line.counters());
        counters.putIfAbsent(Quantity.ORDERED, BigDecimal.ZERO);
        return line(line, line.refersTo(), counters);
    }

    static Statement.Line referringTo(Statement.Line line, Statement.@Nullable LineRef reference) {
        return line(line, reference, line.counters());
    }

    private static Statement.Line line(
            Statement.Line line, Statement.@Nullable LineRef reference, Map<Quantity, BigDecimal> counters) {
        return new Statement.Line(
                line.line(),
                reference,
                line.relation(),
                line.sku(),
                line.unit(),
                line.factors(),
                line.kind(),
                line.fulfilment(),
                line.location(),
                line.carton(),
                line.quantity(),
                counters,
                line.remaining(),
                line.closed(),
                line.price());
    }

    private static Fact with(
            Fact fact,
            FactKey key,
            SourceVersion version,
            Op op,
            @Nullable OffsetDateTime occurredAt,
            @Nullable Statement statement,
            List<Link> links) {
        return new Fact(
                key,
                fact.home(),
                version,
                op,
                fact.origin(),
                occurredAt,
                fact.recordedAt(),
                fact.landedAt(),
                fact.times(),
                links,
                statement,
                fact.reached(),
                fact.evidence(),
                fact.traceparent());
    }
}
