package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The links a mailbox asserts at other mailboxes, a function of its standing home facts alone: links its rows state
 * about another lower identifier, and, where it names the same order as two parents, the link between those two (weaker
 * than any reference in a record; only parents taken count, never a rival). Each is one fact at its lower identifier, asserted when the first row states it and
 * taken back with the last.
 */
public final class DerivedLinks {

    /** Entity of the facts that carry them. */
    public static final String ENTITY = "derived-link";

    private DerivedLinks() {}

    /**
     * The links asserted elsewhere, by the key under which they are.
     *
     * @param self the identifier at which {@code linking} is at home
     * @param linking its standing home facts
     * @param parents its parents, from the same facts
     */
    public static SortedMap<FactKey, Link> of(
            Identifier self, IdentifierTypes types, Collection<Fact> linking, Parents parents) {
        SortedMap<FactKey, Link> derived = stated(self, types, linking);
        for (Link link : throughSelf(types, parents)) {
            derived.put(key(self.connection(), self, link), link);
        }
        return derived;
    }

    /** Those that rows state about other identifiers, without the one that follows from two parents. */
    static SortedMap<FactKey, Link> stated(Identifier self, IdentifierTypes types, Collection<Fact> linking) {
        SortedMap<FactKey, Link> derived = new TreeMap<>();
        for (Fact fact : linking) {
            for (Link link : fact.links()) {
                if (!link.from().equals(self) && types.isBelow(link.from(), link.to())) {
                    derived.put(key(fact.key().connection(), self, link), link);
                }
            }
        }
        return derived;
    }

    /** The fact that asserts the link at its lower identifier, or takes it back; stamps are those of its cause. */
    public static Fact fact(FactKey key, Link link, Op op, long counter, Fact cause) {
        boolean asserts = op == Op.ASSERT;
        return new Fact(
                key,
                link.from(),
                new SourceVersion(0, counter, 0),
                op,
                cause.origin(),
                null,
                cause.recordedAt(),
                cause.landedAt(),
                Map.of(),
                asserts ? List.of(link) : List.of(),
                asserts ? new Statement.Alias() : null,
                Map.of(),
                cause.evidence(),
                cause.traceparent());
    }

    private static List<Link> throughSelf(IdentifierTypes types, Parents parents) {
        List<Map.Entry<Identifier, Link.Rule>> ascending =
                new ArrayList<>(parents.sameAs().entrySet());
        ascending.sort(Map.Entry.comparingByKey(types.order()));
        List<Link> links = new ArrayList<>();
        for (int i = 1; i < ascending.size(); i++) {
            Map.Entry<Identifier, Link.Rule> lower = ascending.get(i - 1);
            Map.Entry<Identifier, Link.Rule> higher = ascending.get(i);
            Link.Rule rule = weakest(lower.getValue(), higher.getValue());
            links.add(new Link(Link.Kind.SAME_AS, lower.getKey(), higher.getKey(), rule));
        }
        return links;
    }

    private static Link.Rule weakest(Link.Rule one, Link.Rule other) {
        return Collections.max(List.of(one, other, Link.Rule.MATCHED));
    }

    private static FactKey key(String connection, Identifier self, Link link) {
        String rule = (link.kind() + "|" + link.rule()).toLowerCase(Locale.ROOT).replace('_', '-');
        return new FactKey(connection, ENTITY, self + ">" + link.from() + ">" + link.to() + "|" + rule);
    }
}
