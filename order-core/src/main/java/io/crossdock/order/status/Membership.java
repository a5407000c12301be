package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.link.Lineage;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Stream;

/**
 * Which identifiers are this order: its names, and the documents that belong to it (R20, R21). They are exactly those
 * whose winning links lead up to the topmost identifier, the same along which the mailboxes handed the facts over.
 *
 * @param members identifiers that name the order
 * @param documents identifiers of its documents and of what belongs to those
 * @param lineage who is whose parent among the facts
 */
record Membership(NavigableSet<Identifier> members, NavigableSet<Identifier> documents, Lineage lineage) {

    static Membership of(IdentifierTypes types, Identifier topmost, Collection<Fact> facts) {
        List<Fact> standing =
                facts.stream().filter(fact -> fact.op() == Op.ASSERT).toList();
        Lineage lineage = Lineage.of(types, standing);
        NavigableSet<Identifier> members = lineage.members(topmost);
        NavigableSet<Identifier> documents = lineage.documents(members);
        return new Membership(
                Collections.unmodifiableNavigableSet(members),
                Collections.unmodifiableNavigableSet(documents),
                lineage);
    }

    boolean holds(Identifier identifier) {
        return members.contains(identifier) || documents.contains(identifier);
    }

    /** What an identifier of this order is the same as or part of, within this order, sorted. */
    List<Identifier> above(Identifier lower) {
        return lineage.parents(lower).all().stream().filter(this::holds).toList();
    }

    /** The contests in this order between which nothing decides (R18), by the identifier that has no such parent. */
    List<Ambiguity> ambiguities() {
        return Stream.concat(members.stream(), documents.stream())
                .sorted()
                .flatMap(identifier -> lineage.parents(identifier).ambiguous().stream())
                .toList();
    }
}
