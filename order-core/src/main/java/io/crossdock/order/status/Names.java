package io.crossdock.order.status;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.DerivedLinks;
import java.util.Collection;
import java.util.HashSet;
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
     * True if all that changed in a step are names that lead where other standing facts lead already, or public ids. Not of what was
     * taken back: then something else may stand.
     *
     * @param facts every standing fact of the mailbox
     * @param changed keys of those that changed
     */
    public static boolean areKnown(Collection<Fact> facts, Set<FactKey> changed) {
        if (changed.isEmpty() || !changed.stream().allMatch(Names::isName)) {
            return false;
        }
        Set<Link> news = new HashSet<>();
        int standing = 0;
        for (Fact fact : facts) {
            if (changed.contains(fact.key())) {
                if (fact.op() != Op.ASSERT || !(fact.statement() instanceof Statement.Alias)) {
                    return false;
                }
                standing++;
                if (!isPublicId(fact.key())) {
                    news.addAll(fact.links());
                }
            }
        }
        if (standing < changed.size()) {
            return false;
        }
        for (Fact fact : facts) {
            if (fact.op() == Op.ASSERT && !changed.contains(fact.key())) {
                fact.links().forEach(news::remove);
            }
        }
        return news.isEmpty();
    }

    private static boolean isName(FactKey key) {
        return isPublicId(key) || key.entity().equals(DerivedLinks.ENTITY);
    }

    private static boolean isPublicId(FactKey key) {
        return key.connection().equals(OURSELVES) && key.entity().equals(ORDER_IDS);
    }
}
