package io.crossdock.codec;

import io.crossdock.contract.FactOp;
import io.crossdock.contract.FactOrigin;
import io.crossdock.contract.LinkKind;
import io.crossdock.contract.LinkRule;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fact between {@link Fact} and its contract. */
public final class FactCodec {

    private FactCodec() {}

    /** The contract of a fact. */
    public static io.crossdock.contract.Fact toAvro(Fact fact) {
        Map<String, String> times = new TreeMap<>();
        fact.times().forEach((milestone, at) -> times.put(milestone.text(), at.toString()));
        Map<String, io.crossdock.contract.Reached> reached = new TreeMap<>();
        fact.reached().forEach((milestone, stamp) -> reached.put(milestone.text(), reached(stamp)));
        return io.crossdock.contract.Fact.newBuilder()
                .setConnection(fact.key().connection())
                .setEntity(fact.key().entity())
                .setPrimaryKey(fact.key().primaryKey())
                .setHome(fact.home().toString())
                .setSourceEpoch(fact.version().epoch())
                .setPosition(fact.version().position())
                .setPositionMinor(fact.version().minor())
                .setOp(FactOp.valueOf(fact.op().name()))
                .setOrigin(FactOrigin.valueOf(fact.origin().name()))
                .setOccurredAt(
                        fact.occurredAt() == null ? null : fact.occurredAt().toString())
                .setRecordedAt(fact.recordedAt())
                .setLandedAt(fact.landedAt())
                .setTimes(times)
                .setLinks(fact.links().stream().map(FactCodec::link).toList())
                .setStatement(StatementCodec.toAvro(fact.statement()))
                .setReached(reached)
                .setEvidence(fact.evidence())
                .setTraceparent(fact.traceparent())
                .build();
    }

    /** The fact behind its contract. */
    public static Fact fromAvro(io.crossdock.contract.Fact fact) {
        Map<Milestone, OffsetDateTime> times = new EnumMap<>(Milestone.class);
        fact.getTimes().forEach((milestone, at) -> times.put(Milestone.of(milestone), OffsetDateTime.parse(at)));
        Map<Milestone, Reached> reached = new EnumMap<>(Milestone.class);
        fact.getReached().forEach((milestone, stamp) -> reached.put(Milestone.of(milestone), reached(stamp)));
        String occurredAt = fact.getOccurredAt();
        List<Link> links = fact.getLinks().stream().map(FactCodec::link).toList();
        return new Fact(
                new FactKey(fact.getConnection(), fact.getEntity(), fact.getPrimaryKey()),
                Identifier.parse(fact.getHome()),
                new SourceVersion(fact.getSourceEpoch(), fact.getPosition(), fact.getPositionMinor()),
                Op.valueOf(fact.getOp().name()),
                Origin.valueOf(fact.getOrigin().name()),
                occurredAt == null ? null : OffsetDateTime.parse(occurredAt),
                fact.getRecordedAt(),
                fact.getLandedAt(),
                times,
                links,
                StatementCodec.fromAvro(fact.getStatement()),
                reached,
                fact.getEvidence(),
                fact.getTraceparent());
    }

    private static io.crossdock.contract.Link link(Link link) {
        return new io.crossdock.contract.Link(
                LinkKind.valueOf(link.kind().name()),
                link.from().toString(),
                link.to().toString(),
                LinkRule.valueOf(link.rule().name()));
    }

    private static Link link(io.crossdock.contract.Link link) {
        return new Link(
                Link.Kind.valueOf(link.getKind().name()),
                Identifier.parse(link.getFrom()),
                Identifier.parse(link.getTo()),
                Link.Rule.valueOf(link.getRule().name()));
    }

    private static io.crossdock.contract.Reached reached(Reached stamp) {
        return new io.crossdock.contract.Reached(
                stamp.occurredAt().toString(),
                stamp.recordedAt(),
                stamp.landedAt(),
                stamp.version().epoch(),
                stamp.version().position(),
                stamp.version().minor(),
                stamp.live());
    }

    private static Reached reached(io.crossdock.contract.Reached stamp) {
        return new Reached(
                OffsetDateTime.parse(stamp.getOccurredAt()),
                stamp.getRecordedAt(),
                stamp.getLandedAt(),
                new SourceVersion(stamp.getSourceEpoch(), stamp.getPosition(), stamp.getPositionMinor()),
                stamp.getLive());
    }
}
