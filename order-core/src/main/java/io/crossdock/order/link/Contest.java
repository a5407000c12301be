package io.crossdock.order.link;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.SourceVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides between the claims of one identifier on parents of one type. As long as no more are claimed than there can be,
 * all are taken. Else only the best rule counts, and within each source its newest versions; if that still leaves too
 * many, none is taken. A function of the claims alone (R14).
 *
 * @param parents those taken; empty if nothing decides
 * @param rivals those between which nothing decides; empty if the contest is decided
 */
record Contest(Set<Identifier> parents, Set<Identifier> rivals) {

    /** {@code limit} is how many parents there can be; 0 means any number. */
    static Contest of(Collection<Claim> claims, int limit) {
        Set<Identifier> claimed = parentsOf(claims);
        if (limit == 0 || claimed.size() <= limit) {
            return new Contest(claimed, Set.of());
        }
        Link.Rule best = claims.stream()
                .map(claim -> claim.link().rule())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, List<Claim>> bySource = claims.stream()
                .filter(claim -> claim.link().rule() == best)
                .collect(Collectors.groupingBy(Claim::source));
        Set<Identifier> left = new TreeSet<>();
        bySource.values().forEach(ofSource -> left.addAll(newest(ofSource, limit)));
        return left.size() <= limit ? new Contest(left, Set.of()) : new Contest(Set.of(), left);
    }

    /** The parents that the newest versions of one source name, until there are enough of them. */
    private static Set<Identifier> newest(List<Claim> claims, int limit) {
        NavigableMap<SourceVersion, List<Claim>> byVersion = new TreeMap<>(Comparator.reverseOrder());
        claims.forEach(claim -> byVersion
                .computeIfAbsent(claim.fact().version(), none -> new ArrayList<>())
                .add(claim));
        Set<Identifier> newest = new TreeSet<>();
        for (List<Claim> ofVersion : byVersion.values()) {
            if (newest.size() < limit) {
                newest.addAll(parentsOf(ofVersion));
            }
        }
        return newest;
    }

    private static Set<Identifier> parentsOf(Collection<Claim> claims) {
        Set<Identifier> parents = new TreeSet<>();
        claims.forEach(claim -> parents.add(claim.parent()));
        return parents;
    }
}
