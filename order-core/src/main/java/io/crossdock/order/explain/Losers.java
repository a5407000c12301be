package io.crossdock.order.explain;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.link.Claim;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.link.Parents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The links that rows of an order state and that do not count in it. */
final class Losers {

    private static final Comparator<NotTaken> BY_LOWER_IDENTIFIER = Comparator.comparing(
                    (NotTaken lost) -> lost.stated().link().from())
            .thenComparing(lost -> lost.stated().link().to())
            .thenComparing(lost -> lost.stated().fact());

    private Losers() {}

    static List<NotTaken> of(Chains chains, IdentifierTypes types) {
        List<NotTaken> lost = new ArrayList<>();
        for (Identifier identifier : chains.order()) {
            lost.addAll(contested(chains, chains.lineage().parents(identifier)));
        }
        Set<Link> contested = lost.stream().map(one -> one.stated().link()).collect(Collectors.toSet());
        for (Fact fact : chains.standing()) {
            boolean derived = DerivedLinks.ENTITY.equals(fact.key().entity());
            for (Link link : fact.links()) {
                Because stated = Because.of(link, fact);
                if (!types.isBelow(link.from(), link.to())) {
                    lost.add(new NotTaken(stated, NotTaken.Reason.DOWNWARD, List.of()));
                } else if (!derived && !contested.contains(link) && hasNotFollowed(chains, fact, link)) {
                    lost.add(new NotTaken(stated, NotTaken.Reason.NOT_FOLLOWED, List.of()));
                }
            }
        }
        lost.sort(BY_LOWER_IDENTIFIER);
        return lost;
    }

    private static List<NotTaken> contested(Chains chains, Parents parents) {
        List<NotTaken> lost = new ArrayList<>();
        for (Claim claim : parents.beaten()) {
            lost.add(new NotTaken(chains.because(claim), NotTaken.Reason.BEATEN, winners(parents, claim)));
        }
        for (Ambiguity ambiguity : parents.ambiguous()) {
            List<Identifier> rivals =
                    ambiguity.rivals().stream().map(Claim::parent).distinct().toList();
            for (Claim claim : ambiguity.rivals()) {
                lost.add(new NotTaken(chains.because(claim), NotTaken.Reason.AMBIGUOUS, rivals));
            }
        }
        return lost;
    }

    private static List<Identifier> winners(Parents parents, Claim beaten) {
        return parents.taken().stream()
                .filter(claim -> claim.link().kind() == beaten.link().kind()
                        && claim.parent().type().equals(beaten.parent().type())
                        && claim.parent().connection().equals(beaten.parent().connection()))
                .map(Claim::parent)
                .distinct()
                .toList();
    }

    private static boolean hasNotFollowed(Chains chains, Fact fact, Link link) {
        return !fact.home().equals(link.from())
                && chains.order().contains(fact.home())
                && !chains.lineage().parents(link.from()).all().contains(link.to());
    }
}
