package io.crossdock.order.explain;

import io.crossdock.order.fact.Identifier;
import java.util.List;

/**
 * An identifier of the order and why it belongs.
 *
 * @param identifier the identifier
 * @param role what it is to the order
 * @param chain the links that lead from it to the root, or to the topmost identifier if none lead to the root; empty for
 *     that identifier itself
 * @param alsoPartOf links that lead from it to other orders, as of a consolidated shipment
 */
public record Belonging(Identifier identifier, Role role, List<Because> chain, List<Because> alsoPartOf) {

    /** What an identifier is to the order. */
    public enum Role {
        /** Names the order. */
        NAME,
        /** A document of the order, or what belongs to one. */
        DOCUMENT
    }

    public Belonging {
        chain = List.copyOf(chain);
        alsoPartOf = List.copyOf(alsoPartOf);
    }
}
