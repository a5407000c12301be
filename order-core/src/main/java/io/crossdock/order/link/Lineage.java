package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is whose parent among the facts of one topmost mailbox. Every mailbox below it has told it all home facts, so this
 * comes to the same parents that each of them has, and what is found below {@code topmost} is what told it (R20, R21).
 *
 * <p>A name below the rank of an order that has told nothing yet, because only a row of another identifier speaks of it
 * (a tracking number on a carton), counts as that row says, until its own mailbox is heard. What a row only matches, or a
 * person has written down, waits for that mailbox: it knows whether something better is said elsewhere.
 */
public final class Lineage {

    /**
     * What the rows at home at one identifier state.
     *
     * @param linking those that state links
     * @param parents the parents they give it
     * @param ofOthers what they state about others
     */
    private record Stated(List<Fact> linking, Parents parents, List<Claim> ofOthers) {

        static Stated of(Identifier home, IdentifierTypes types, List<Fact> linking) {
            return new Stated(linking, Parents.of(home, types, linking), statedOfOthers(home, types, linking));
        }

        /** True if it was read off these very rows. */
        boolean isOf(List<Fact> rows) {
            boolean same = rows.size() == linking.size();
            for (int i = 0; same && i < rows.size(); i++) {
                same = rows.get(i).isVery(linking.get(i));
            }
            return same;
        }
    }

    private final Map<Identifier, Stated> stated;
    private final NavigableMap<Identifier, Parents> parents;

    private Lineage(Map<Identifier, Stated> stated, NavigableMap<Identifier, Parents> parents) {
        this.stated = stated;
        this.parents = parents;
    }

    /** The parents that follow from the standing facts of a topmost mailbox; names we gave ourselves are left out. */
    public static Lineage of(IdentifierTypes types, Collection<Fact> standing) {
        return of(types, standing, null);
    }

    /** The same; for identifiers whose rows are those of {@code before}, what they state is taken from there. */
    public static Lineage of(IdentifierTypes types, Collection<Fact> standing, @Nullable Lineage before) {
        Set<Identifier> heard = new HashSet<>();
        SortedMap<Identifier, List<Fact>> linking = new TreeMap<>();
        Identifier home = null;
        for (Fact fact : standing) {
            // Rows of one document stand together.
            if (!fact.home().equals(home)) {
                home = fact.home();
                if (!fact.home().isOurs()) {
                    heard.add(fact.home());
                }
            }
            if (!fact.links().isEmpty() && !fact.home().isOurs()) {
                linking.computeIfAbsent(fact.home(), none -> new ArrayList<>()).add(fact);
            }
        }
        Map<Identifier, Stated> stated = new HashMap<>();
        NavigableMap<Identifier, Parents> parents = new TreeMap<>();
        SortedMap<Identifier, List<Claim>> unheard = new TreeMap<>();
        linking.forEach((name, rows) -> {
            Stated known = before == null ? null : before.stated.get(name);
            Stated ofName = known != null && known.isOf(rows) ? known : Stated.of(name, types, rows);
            stated.put(name, ofName);
            parents.put(name, ofName.parents);
            ofName.ofOthers.stream()
                    .filter(claim -> !heard.contains(claim.link().from()))
                    .filter(claim -> !types.namesAnOrder(claim.link().from()))
                    .filter(claim -> claim.link().rule().compareTo(Link.Rule.MATCHED) < 0)
                    .forEach(claim -> unheard.computeIfAbsent(claim.link().from(), none -> new ArrayList<>())
                            .add(claim));
        });
        unheard.forEach((name, claims) -> parents.put(name, Parents.among(name, types, claims)));
        return new Lineage(stated, Collections.unmodifiableNavigableMap(parents));
    }

    /** The parents of an identifier; none if it neither told anything nor is spoken of. */
    public Parents parents(Identifier identifier) {
        return parents.getOrDefault(identifier, Parents.NONE);
    }

    /** {@code topmost} and all names whose same-as links lead up to it, through any number of names. */
    public NavigableSet<Identifier> members(Identifier topmost) {
        return below(new TreeSet<>(List.of(topmost)), claim -> claim.link().kind() == Link.Kind.SAME_AS);
    }

    /** Everything whose links of either kind lead up to a member, the members left out. */
    public NavigableSet<Identifier> documents(NavigableSet<Identifier> members) {
        NavigableSet<Identifier> documents = below(new TreeSet<>(members), any -> true);
        documents.removeAll(members);
        return documents;
    }

    private NavigableSet<Identifier> below(NavigableSet<Identifier> found, Predicate<Claim> followed) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<Identifier, Parents> ofOne : parents.entrySet()) {
                if (!found.contains(ofOne.getKey()) && leadsInto(found, ofOne.getValue(), followed)) {
                    grew |= found.add(ofOne.getKey());
                }
            }
        }
        return found;
    }

    private static boolean leadsInto(Set<Identifier> found, Parents ofOne, Predicate<Claim> followed) {
        for (Claim claim : ofOne.taken()) {
            if (followed.test(claim) && found.contains(claim.parent())) {
                return true;
            }
        }
        return false;
    }

    private static List<Claim> statedOfOthers(Identifier home, IdentifierTypes types, List<Fact> facts) {
        List<Claim> claims = new ArrayList<>();
        for (Fact fact : facts) {
            SortedMap<FactKey, Link> derived = DerivedLinks.stated(home, types, List.of(fact));
            derived.forEach((key, link) -> claims.add(new Claim(fact, link, key.toString())));
        }
        return claims;
    }
}
