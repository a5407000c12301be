package io.crossdock.order.mailbox;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts, identifiers and links as a planner would name them: {@code document(S77, 3, SHIPPED, partOf(S77, SO1))}. */
public final class Facts {

    public static final Instant MIDNIGHT = Instant.parse("2026-01-15T00:00:00Z");

    public static final IdentifierTypes TYPES = IdentifierTypes.ranked(
            Map.of("ups:tracking", 3, "wms:shipment", 5, "wms:order", 10, "erp:sales-order", 20, "crm:order", 30), 20);

    private Facts() {}

    /** {@link #TYPES} with limits: how many parents an identifier of a type may have, and how many children. */
    public static IdentifierTypes types(Map<String, Integer> parents, Map<String, Integer> children) {
        Map<String, IdentifierType> limited = new TreeMap<>();
        TYPES.byName()
                .forEach((name, type) -> limited.put(
                        name,
                        new IdentifierType(
                                type.rank(), parents.getOrDefault(name, 0), children.getOrDefault(name, 0), null)));
        return new IdentifierTypes(limited, TYPES.orderRank());
    }

    public static Identifier id(String text) {
        return Identifier.parse(text);
    }

    public static Link partOf(Identifier from, Identifier to) {
        return new Link(Link.Kind.PART_OF, from, to, Link.Rule.EXPLICIT);
    }

    public static Link sameAs(Identifier from, Identifier to) {
        return sameAs(from, to, Link.Rule.EXPLICIT);
    }

    public static Link sameAs(Identifier from, Identifier to, Link.Rule rule) {
        return new Link(Link.Kind.SAME_AS, from, to, rule);
    }

    /** The header row of a shipment or another document; finished when delivered. */
    public static Fact document(Identifier home, long version, DocumentState state, Link... links) {
        Statement statement = new Statement.Document(
                DocumentType.SHIPMENT, state, null, null, null, null, state == DocumentState.DELIVERED);
        return fact(home, "header", version, Op.ASSERT, statement, links);
    }

    /** A line of the document, with one cumulative counter. */
    public static Fact line(Identifier home, String line, long version, int allocated) {
        Statement statement = new Statement.Line(
                line,
                null,
                "SKU-1",
                "EA",
                Statement.Line.Kind.GOODS,
                Statement.Line.Fulfilment.STOCK,
                BigDecimal.TEN,
                Map.of(Quantity.ALLOCATED, BigDecimal.valueOf(allocated), Quantity.ORDERED, BigDecimal.TEN),
                false);
        return fact(home, "line-" + line, version, Op.ASSERT, statement);
    }

    /** A row that only links. */
    public static Fact alias(Identifier home, String row, long version, Link... links) {
        return fact(home, row, version, Op.ASSERT, new Statement.Alias(), links);
    }

    /** A row about {@code home} that another system keeps. */
    public static Fact aliasBy(String connection, Identifier home, String row, long version, Link... links) {
        FactKey key = new FactKey(connection, row, home.type() + "-" + home.value());
        return fact(key, home, version, Op.ASSERT, new Statement.Alias(), Arrays.asList(links), Map.of());
    }

    public static Fact deletion(Identifier home, String row, long version, Op op) {
        return fact(home, row, version, op, null);
    }

    public static Fact fact(
            Identifier home, String row, long version, Op op, @Nullable Statement statement, Link... links) {
        FactKey key = new FactKey(home.connection(), row, home.type() + "-" + home.value());
        return fact(key, home, version, op, statement, Arrays.asList(links), Map.of());
    }

    public static Fact fact(
            FactKey key,
            Identifier home,
            long version,
            Op op,
            @Nullable Statement statement,
            List<Link> links,
            Map<Milestone, OffsetDateTime> times) {
        return new Fact(
                key,
                home,
                new SourceVersion(1, version, 1),
                op,
                Origin.LIVE,
                at(version),
                MIDNIGHT.plusSeconds(60 * version + 1),
                MIDNIGHT.plusSeconds(60 * version + 2),
                times,
                links,
                statement,
                Map.of(),
                "raw-0@" + version,
                null);
    }

    public static Fact landedAt(Fact fact, Instant landedAt, String evidence) {
        return new Fact(
                fact.key(),
                fact.home(),
                fact.version(),
                fact.op(),
                fact.origin(),
                fact.occurredAt(),
                fact.recordedAt(),
                landedAt,
                fact.times(),
                fact.links(),
                fact.statement(),
                fact.reached(),
                evidence,
                fact.traceparent());
    }

    public static Fact withVersion(Fact fact, SourceVersion version) {
        return new Fact(
                fact.key(),
                fact.home(),
                version,
                fact.op(),
                fact.origin(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.landedAt(),
                fact.times(),
                fact.links(),
                fact.statement(),
                fact.reached(),
                fact.evidence(),
                fact.traceparent());
    }

    public static OffsetDateTime at(long minute) {
        return MIDNIGHT.plusSeconds(60 * minute).atOffset(ZoneOffset.UTC);
    }
}
