package io.crossdock.order.explain;

import io.crossdock.order.fact.Identifier;
import java.util.List;

/**
 * A link that a row of this order states and that does not count.
 *
 * @param stated the link and its row
 * @param reason why it does not count
 * @param others the parents that won, or the rivals between which nothing decides; empty for other reasons
 */
public record NotTaken(Because stated, Reason reason, List<Identifier> others) {

    /** Why a link does not count. */
    public enum Reason {
        /** A better rule, or a newer version of the same source, names others (R14). */
        BEATEN,
        /** Nothing decides between it and its rivals, so none is taken (R18). */
        AMBIGUOUS,
        /** It points downward (R10). */
        DOWNWARD,
        /** It speaks of an identifier that has not followed: what decides is not among the facts of this order. */
        NOT_FOLLOWED
    }

    public NotTaken {
        others = List.copyOf(others);
    }
}
