package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.link.Lineage;
import io.crossdock.order.link.Parents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that come back to an order from the mailboxes they are at home at: its public id, and what its own rows call it. They change
 * nothing of what the order is, so it needs no projection (R200).
 */
public final class Names {

    /** Connection of what we state ourselves. */
    public static final String OURSELVES = "crossdock";

    /** Entity of the facts that lead from a public id to the root it was made of. */
    public static final String ORDER_IDS = "order-ids";

    private Names() {}

    /**
     * True if all that changed in a step are names, and what stands without them leads each of them to the same parents. A link that
     * a row of the order states is not enough: one that only matches counts from its own mailbox on, as every name of order rank does
     * (R21). Not of what was taken back: then something else may stand. Nor where nothing decides between rivals.
     *
     * @param types the declared types of identifiers
     * @param facts every standing fact of the mailbox
     * @param changed keys of those that changed
     */
    public static boolean areKnown(IdentifierTypes types, Collection<Fact> facts, Set<FactKey> changed) {
        if (changed.isEmpty() || !changed.stream().allMatch(Names::isName)) {
            return false;
        }
        List<Fact> standing = new ArrayList<>(facts.size());
        List<Fact> without = new ArrayList<>(facts.size());
        Set<Identifier> named = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.op() == Op.ASSERT) {
                standing.add(fact);
                if (changed.contains(fact.key())) {
                    named.add(fact.home());
                } else {
                    without.add(fact);
                }
            }
        }
        // Each at a home of its own: of two at one home the first alone may have led elsewhere.
        return named.size() == changed.size()
                && leadNowhereElse(named, Lineage.of(types, without), Lineage.of(types, standing));
    }

    private static boolean leadNowhereElse(Set<Identifier> named, Lineage before, Lineage after) {
        return named.stream().allMatch(name -> {
            Parents then = before.parents(name);
            Parents now = after.parents(name);
            return now.ambiguous().isEmpty()
                    && now.sameAs().equals(then.sameAs())
                    && now.all().equals(then.all());
        });
    }

    private static boolean isName(FactKey key) {
        return isPublicId(key) || key.entity().equals(DerivedLinks.ENTITY);
    }

    private static boolean isPublicId(FactKey key) {
        return key.connection().equals(OURSELVES) && key.entity().equals(ORDER_IDS);
    }
}
