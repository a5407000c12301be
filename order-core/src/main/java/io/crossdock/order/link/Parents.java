package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * The parents of an identifier, a function of its standing home facts alone (R14). Of each type of one connection it may
 * be the same as one, and part of as many as its own type allows; {@link Contest} decides where more are claimed. A link
 * that does not point upward is ignored (R10).
 *
 * @param all every parent
 * @param sameAs the parents that name the same order, each with the best rule that says so
 * @param taken the claims on those parents, by parent and key
 * @param beaten claims that gave way to better or newer ones, or to rivals better than they are, by parent and key
 * @param ambiguous types of parent of which none is taken, because nothing decides between the rivals (R18)
 */
public record Parents(
        SortedSet<Identifier> all,
        SortedMap<Identifier, Link.Rule> sameAs,
        List<Claim> taken,
        List<Claim> beaten,
        List<Ambiguity> ambiguous) {

    /** No parents, and nothing claimed. */
    public static final Parents NONE = new Parents(new TreeSet<>(), new TreeMap<>(), List.of(), List.of(), List.of());

    /** How many orders of one type a name can name. */
    private static final int ONE_ORDER = 1;

    private static final BinaryOperator<Link.Rule> BETTER = BinaryOperator.minBy(Comparator.naturalOrder());

    private static final Comparator<Claim> BY_PARENT_AND_KEY = Comparator.comparing(Claim::parent)
            .thenComparing(claim -> claim.fact().key());

    private record Group(Link.Kind kind, String type) implements Comparable<Group> {

        static Group of(Link link) {
            return new Group(
                    link.kind(), link.to().connection() + ":" + link.to().type());
        }

        @Override
        public int compareTo(Group other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : type.compareTo(other.type);
        }
    }

    public Parents {
        all = Collections.unmodifiableSortedSet(all);
        sameAs = Collections.unmodifiableSortedMap(sameAs);
        taken = List.copyOf(taken);
        beaten = List.copyOf(beaten);
        ambiguous = List.copyOf(ambiguous);
    }

    /** The parents that the standing facts at home at {@code self} give it; links of others among them are ignored. */
    public static Parents of(Identifier self, IdentifierTypes types, Collection<Fact> atHome) {
        List<Claim> claims = new ArrayList<>();
        for (Fact fact : atHome) {
            fact.links().forEach(link -> claims.add(Claim.of(fact, link)));
        }
        return among(self, types, claims);
    }

    /** The parents that these claims give {@code self}; those about others, or downward, are ignored. */
    static Parents among(Identifier self, IdentifierTypes types, List<Claim> claims) {
        SortedMap<Group, List<Claim>> groups = new TreeMap<>();
        for (Claim claim : claims) {
            if (claim.link().from().equals(self) && types.isBelow(self, claim.parent())) {
                groups.computeIfAbsent(Group.of(claim.link()), none -> new ArrayList<>())
                        .add(claim);
            }
        }
        SortedSet<Identifier> all = new TreeSet<>();
        SortedMap<Identifier, Link.Rule> sameAs = new TreeMap<>();
        List<Claim> taken = new ArrayList<>();
        List<Claim> beaten = new ArrayList<>();
        List<Ambiguity> ambiguous = new ArrayList<>();
        groups.forEach((group, ofGroup) -> {
            ofGroup.sort(BY_PARENT_AND_KEY);
            boolean merges = group.kind() == Link.Kind.SAME_AS;
            Contest contest =
                    Contest.of(ofGroup, merges ? ONE_ORDER : types.of(self).parents());
            List<Claim> rivals = new ArrayList<>();
            for (Claim claim : ofGroup) {
                if (contest.parents().contains(claim.parent())) {
                    taken.add(claim);
                    if (merges) {
                        sameAs.merge(claim.parent(), claim.link().rule(), BETTER);
                    }
                } else {
                    (contest.rivals().contains(claim.parent()) ? rivals : beaten).add(claim);
                }
            }
            all.addAll(contest.parents());
            if (!rivals.isEmpty()) {
                ambiguous.add(new Ambiguity(group.kind(), group.type(), rivals));
            }
        });
        return new Parents(all, sameAs, taken, beaten, ambiguous);
    }
}
