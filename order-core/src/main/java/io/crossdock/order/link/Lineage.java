package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who is whose parent among the facts of one topmost mailbox. Every mailbox below it has told it all home facts, so this
 * comes to the same parents that each of them has, and what is found below {@code topmost} is what told it (R20, R21).
 *
 * <p>A name below the rank of an order that has told nothing yet, because only a row of another identifier speaks of it
 * (a tracking number on a carton), counts as that row says, until its own mailbox is heard. What a row only matches, or a
 * person has written down, waits for that mailbox: it knows whether something better is said elsewhere.
 */
public final class Lineage {

    private final NavigableMap<Identifier, Parents> parents;

    private Lineage(NavigableMap<Identifier, Parents> parents) {
        this.parents = parents;
    }

    /** The parents that follow from the standing facts of a topmost mailbox; names we gave ourselves are left out. */
    public static Lineage of(IdentifierTypes types, Collection<Fact> standing) {
        SortedMap<Identifier, List<Fact>> atHome = new TreeMap<>();
        for (Fact fact : standing) {
            if (!fact.home().isOurs()) {
                atHome.computeIfAbsent(fact.home(), none -> new ArrayList<>()).add(fact);
            }
        }
        NavigableMap<Identifier, Parents> parents = new TreeMap<>();
        SortedMap<Identifier, List<Claim>> unheard = new TreeMap<>();
        atHome.forEach((home, facts) -> {
            parents.put(home, Parents.of(home, types, facts));
            statedOfOthers(home, types, facts).stream()
                    .filter(claim -> !atHome.containsKey(claim.link().from()))
                    .filter(claim -> !types.namesAnOrder(claim.link().from()))
                    .filter(claim -> claim.link().rule().compareTo(Link.Rule.MATCHED) < 0)
                    .forEach(claim -> unheard.computeIfAbsent(claim.link().from(), none -> new ArrayList<>())
                            .add(claim));
        });
        unheard.forEach((name, claims) -> parents.put(name, Parents.among(name, types, claims)));
        return new Lineage(Collections.unmodifiableNavigableMap(parents));
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
            for (Parents ofOne : parents.values()) {
                for (Claim claim : ofOne.taken()) {
                    if (followed.test(claim) && found.contains(claim.parent())) {
                        grew |= found.add(claim.link().from());
                    }
                }
            }
        }
        return found;
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
