package io.crossdock.order.explain;

import io.crossdock.order.fact.Identifier;

/**
 * A name of the order and whether its record captured it (R23).
 *
 * @param identifier the name
 * @param verdict why it is the root, or why not
 */
public record Candidate(Identifier identifier, Verdict verdict) {

    /** Why a record is the root or not. */
    public enum Verdict {
        /** It is the highest record that we did not write. */
        ROOT,
        /** A higher record captured the order too. */
        LOWER,
        /** It carries our key: we wrote it. */
        OUR_COPY,
        /** Its type does not name orders. */
        NO_ORDER,
        /** Only its name is known; its own record has not been heard. */
        NOT_HEARD
    }
}
