package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows that do nothing but link. */
final class Rows {

    static final Identifier SHIPMENT = id("wms:shipment:S-77");
    static final Identifier ORDER = id("wms:order:W-9");

    private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

    private Rows() {}

    static Identifier id(String text) {
        return Identifier.parse(text);
    }

    /** Types where a shipment may be part of so many orders. */
    static IdentifierTypes types(int parentsOfAShipment) {
        return new IdentifierTypes(
                Map.of(
                        "ups:tracking", IdentifierType.ofRank(3),
                        "wms:shipment", new IdentifierType(5, parentsOfAShipment, 0, null),
                        "wms:order", IdentifierType.ofRank(10),
                        "erp:sales-order", IdentifierType.ofRank(20),
                        "crm:order", IdentifierType.ofRank(30)),
                20);
    }

    static Link link(Link.Kind kind, Identifier from, Identifier to, Link.Rule rule) {
        return new Link(kind, from, to, rule);
    }

    /** A row of the shipment S-77 that names its order. */
    static Fact row(String connection, String entity, long version, Identifier order) {
        return row(connection, entity, version, link(Link.Kind.PART_OF, SHIPMENT, order, Link.Rule.EXPLICIT));
    }

    static Fact row(String connection, String entity, long version, Link... links) {
        return fact(new FactKey(connection, entity, "1"), links[0].from(), version, List.of(links));
    }

    /** A row at home at {@code home}, whatever its links speak of. */
    static Fact rowAt(Identifier home, String entity, long version, Link... links) {
        return fact(new FactKey(home.connection(), entity, home.value()), home, version, List.of(links));
    }

    static Fact derived(Link link, long counter) {
        FactKey key = new FactKey("wms", DerivedLinks.ENTITY, "sender>" + link.from() + ">" + link.to());
        return fact(key, link.from(), counter, List.of(link));
    }

    private static Fact fact(FactKey key, Identifier home, long version, List<Link> links) {
        return new Fact(
                key,
                home,
                new SourceVersion(1, version, 0),
                Op.ASSERT,
                Origin.LIVE,
                null,
                NOW,
                NOW,
                Map.of(),
                links,
                new Statement.Alias(),
                Map.of(),
                "raw." + key.connection() + "." + key.entity() + "-0@" + version,
                null);
    }
}
