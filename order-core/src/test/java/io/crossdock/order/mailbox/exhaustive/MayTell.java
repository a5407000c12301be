package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which mailbox could ever cause a message to which other one, from all links that are ever stated. */
final class MayTell {

    private final IdentifierTypes types;
    private final Map<Identifier, Set<Identifier>> told = new TreeMap<>();
    private final Map<Identifier, Set<Identifier>> parents = new TreeMap<>();

    private MayTell(IdentifierTypes types) {
        this.types = types;
    }

    /** By receiver, every mailbox that could tell it something, directly or through others. */
    static Map<Identifier, Set<Identifier>> upstream(IdentifierTypes types, List<Fact> facts) {
        MayTell may = new MayTell(types);
        facts.forEach(fact -> fact.links().forEach(link -> may.stated(fact.home(), link)));
        may.closeOverThirds();
        Map<Identifier, Set<Identifier>> upstream = new TreeMap<>();
        may.told.forEach((sender, receivers) -> receivers.forEach(receiver ->
                upstream.computeIfAbsent(receiver, none -> new TreeSet<>()).add(sender)));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Set<Identifier> senders : upstream.values()) {
                for (Identifier sender : List.copyOf(senders)) {
                    grew |= senders.addAll(upstream.getOrDefault(sender, Set.of()));
                }
            }
        }
        return upstream;
    }

    private void stated(Identifier home, Link link) {
        if (!home.equals(link.from())) {
            tells(home, link.from());
        }
        hasParent(link.from(), link.to());
    }

    /** A mailbox with two parents asserts a link at the lower of them. */
    private void closeOverThirds() {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Identifier self : List.copyOf(parents.keySet())) {
                List<Identifier> above = List.copyOf(parents.getOrDefault(self, Set.of()));
                for (Identifier lower : above) {
                    for (Identifier higher : above) {
                        grew |= types.isBelow(lower, higher) && hasParent(lower, higher);
                    }
                }
            }
        }
    }

    private boolean hasParent(Identifier lower, Identifier higher) {
        tells(lower, higher);
        return parents.computeIfAbsent(lower, none -> new TreeSet<>()).add(higher);
    }

    private void tells(Identifier sender, Identifier receiver) {
        told.computeIfAbsent(sender, none -> new TreeSet<>()).add(receiver);
    }
}
