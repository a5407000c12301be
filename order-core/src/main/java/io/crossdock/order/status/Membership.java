package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.link.Lineage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which identifiers are this order: its names, and the documents that belong to it (R20, R21). They are exactly those
 * whose winning links lead up to the topmost identifier, the same along which the mailboxes handed the facts over.
 */
final class Membership {

    private final NavigableSet<Identifier> members;
    private final NavigableSet<Identifier> documents;
    private final Lineage lineage;
    private final Set<Identifier> all;

    private Membership(NavigableSet<Identifier> members, NavigableSet<Identifier> documents, Lineage lineage) {
        this.members = members;
        this.documents = documents;
        this.lineage = lineage;
        this.all = new HashSet<>(members);
        this.all.addAll(documents);
    }

    /** Who belongs to the order {@code topmost}; what follows from facts of {@code before} alone is taken from there. */
    static Membership of(
            IdentifierTypes types, Identifier topmost, Collection<Fact> facts, @Nullable Membership before) {
        List<Fact> standing = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (fact.op() == Op.ASSERT) {
                standing.add(fact);
            }
        }
        Lineage lineage = Lineage.of(types, standing, before == null ? null : before.lineage);
        NavigableSet<Identifier> members = lineage.members(topmost);
        NavigableSet<Identifier> documents = lineage.documents(members);
        return new Membership(
                Collections.unmodifiableNavigableSet(members),
                Collections.unmodifiableNavigableSet(documents),
                lineage);
    }

    /** Identifiers that name the order. */
    NavigableSet<Identifier> members() {
        return members;
    }

    /** Identifiers of its documents and of what belongs to those. */
    NavigableSet<Identifier> documents() {
        return documents;
    }

    /** Who is whose parent among the facts. */
    Lineage lineage() {
        return lineage;
    }

    boolean holds(Identifier identifier) {
        return all.contains(identifier);
    }

    /** Both, sorted. */
    List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>(all);
        identifiers.sort(Comparator.naturalOrder());
        return identifiers;
    }

    /** The facts at home in this order, in the same sequence. */
    List<Fact> held(List<Fact> facts) {
        List<Fact> held = new ArrayList<>(facts.size());
        Identifier home = null;
        boolean holds = false;
        for (Fact fact : facts) {
            // Rows of one document stand together.
            if (!fact.home().equals(home)) {
                home = fact.home();
                holds = holds(home);
            }
            if (holds) {
                held.add(fact);
            }
        }
        return held;
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
