package io.crossdock.order.explain;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.link.Claim;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.link.Lineage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shortest ways along the links that were taken, each link with the best row that states it. */
record Chains(Lineage lineage, List<Fact> standing, Set<Identifier> order, Identifier root, Identifier topmost) {

    private static final Comparator<Claim> BEST_FIRST = Comparator.comparing(
                    (Claim claim) -> claim.link().rule())
            .thenComparing(
                    claim -> DerivedLinks.ENTITY.equals(claim.fact().key().entity()))
            .thenComparing(claim -> claim.fact().key());

    /** Links from an identifier up to the root, else up to the topmost identifier. */
    List<Because> from(Identifier identifier) {
        List<Because> toRoot = between(identifier, root);
        List<Because> chain = toRoot == null ? between(identifier, topmost) : toRoot;
        return chain == null ? List.of() : chain;
    }

    /** Links from an identifier to parents outside this order. */
    List<Because> leadingElsewhere(Identifier identifier) {
        return lineage.parents(identifier).taken().stream()
                .filter(claim -> !order.contains(claim.parent()))
                .map(this::because)
                .toList();
    }

    private @Nullable List<Because> between(Identifier from, Identifier to) {
        Deque<List<Because>> open = new ArrayDeque<>(List.of(List.of()));
        Set<Identifier> seen = new HashSet<>(Set.of(from));
        while (!open.isEmpty()) {
            List<Because> way = open.removeFirst();
            Identifier end = way.isEmpty() ? from : way.getLast().link().to();
            if (end.equals(to)) {
                return way;
            }
            for (Claim claim :
                    lineage.parents(end).taken().stream().sorted(BEST_FIRST).toList()) {
                if (order.contains(claim.parent()) && seen.add(claim.parent())) {
                    List<Because> longer = new ArrayList<>(way);
                    longer.add(because(claim));
                    open.addLast(longer);
                }
            }
        }
        return null;
    }

    /** The claim with the row behind it: a derived link is told by the row that stated it, if that is in this order. */
    Because because(Claim claim) {
        return DerivedLinks.ENTITY.equals(claim.fact().key().entity())
                ? Because.of(claim.link(), statedBy(claim))
                : Because.of(claim.link(), claim.fact());
    }

    private Fact statedBy(Claim derived) {
        Link link = derived.link();
        return standing.stream()
                .filter(fact -> !DerivedLinks.ENTITY.equals(fact.key().entity()))
                .filter(fact -> fact.links().contains(link))
                .findFirst()
                .orElse(derived.fact());
    }
}
