package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parents of a mailbox, a function of its standing home facts alone. Every part-of link gives one. Of the same-as
 * links to one type of one connection a single one counts: the best {@link Link.Rule}; among equal rules the newest
 * version within each source; among sources, whose versions do not compare, the first identifier by text. A derived link
 * is a source of its own, because its version is its sender's counter. A link that does not point upward is ignored.
 *
 * @param all every parent
 * @param sameAs the parents that name the same order, with the rule that won
 */
record Parents(SortedSet<Identifier> all, SortedMap<Identifier, Link.Rule> sameAs) {

    private record Claim(Fact fact, Link link) {

        String source() {
            return DerivedLinks.ENTITY.equals(fact.key().entity())
                    ? fact.key().toString()
                    : fact.key().connection();
        }
    }

    private static final Comparator<Claim> NEWEST_WITHIN_SOURCE = Comparator.comparing(
                    (Claim claim) -> claim.fact().version())
            .thenComparing(claim -> claim.link().to(), Comparator.reverseOrder());

    static Parents of(Identifier self, IdentifierTypes types, Collection<Fact> linking) {
        SortedSet<Identifier> all = new TreeSet<>();
        Map<String, List<Claim>> sameAsByType = new TreeMap<>();
        for (Fact fact : linking) {
            for (Link link : fact.links()) {
                if (!link.from().equals(self) || !types.isBelow(self, link.to())) {
                    continue;
                }
                if (link.kind() == Link.Kind.PART_OF) {
                    all.add(link.to());
                } else {
                    String type = link.to().connection() + ":" + link.to().type();
                    sameAsByType
                            .computeIfAbsent(type, none -> new ArrayList<>())
                            .add(new Claim(fact, link));
                }
            }
        }
        SortedMap<Identifier, Link.Rule> sameAs = new TreeMap<>();
        for (List<Claim> rivals : sameAsByType.values()) {
            Claim winner = winner(rivals);
            sameAs.put(winner.link().to(), winner.link().rule());
        }
        all.addAll(sameAs.keySet());
        return new Parents(all, sameAs);
    }

    private static Claim winner(List<Claim> rivals) {
        Link.Rule best = rivals.stream()
                .map(claim -> claim.link().rule())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, Claim> newestBySource = new TreeMap<>();
        for (Claim claim : rivals) {
            if (claim.link().rule() == best) {
                newestBySource.merge(
                        claim.source(),
                        claim,
                        (one, other) -> NEWEST_WITHIN_SOURCE.compare(one, other) >= 0 ? one : other);
            }
        }
        return newestBySource.values().stream()
                .min(Comparator.comparing(claim -> claim.link().to()))
                .orElseThrow();
    }
}
