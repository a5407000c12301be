package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which identifiers are this order: its names, and the documents that belong to it (R20, R21).
 *
 * @param members identifiers that name the order
 * @param documents identifiers of its documents and of what belongs to those
 * @param links what ties them
 */
record Membership(NavigableSet<Identifier> members, NavigableSet<Identifier> documents, List<Link> links) {

    static Membership of(Identifier topmost, Collection<Fact> facts) {
        List<Link> links =
                facts.stream().flatMap(fact -> fact.links().stream()).distinct().toList();
        NavigableSet<Identifier> members = new TreeSet<>(List.of(topmost));
        while (grew(members, links, Link.Kind.SAME_AS)) {
            // to the fixpoint: names may be tied through names
        }
        NavigableSet<Identifier> all = new TreeSet<>(members);
        while (grew(all, links, Link.Kind.PART_OF) || grew(all, links, Link.Kind.SAME_AS)) {
            // a package belongs to a shipment that belongs to the order
        }
        all.removeAll(members);
        return new Membership(
                Collections.unmodifiableNavigableSet(members), Collections.unmodifiableNavigableSet(all), links);
    }

    boolean holds(Identifier identifier) {
        return members.contains(identifier) || documents.contains(identifier);
    }

    /** What an identifier of this order is the same as or part of, within this order, sorted. */
    List<Identifier> above(Identifier lower) {
        return links.stream()
                .filter(link -> link.from().equals(lower))
                .map(Link::to)
                .filter(this::holds)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean grew(NavigableSet<Identifier> found, List<Link> links, Link.Kind kind) {
        boolean grew = false;
        for (Link link : links) {
            if (link.kind() == kind && found.contains(link.to())) {
                grew |= found.add(link.from());
            }
            if (link.kind() == kind && kind == Link.Kind.SAME_AS && found.contains(link.from())) {
                grew |= found.add(link.to());
            }
        }
        return grew;
    }
}
