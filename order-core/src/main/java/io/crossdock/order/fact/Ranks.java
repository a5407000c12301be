package io.crossdock.order.fact;

import java.util.Comparator;
import java.util.Map;

/**
 * The fixed rank of identifiers by connection and type: it gives every same-as link its direction, so that no cycle can
 * exist. Comes from the system files; never changes while state lives (a change is a rebuild).
 *
 * @param rankByType rank by {@code connection:type}; higher is closer to the customer
 * @param orderRank the lowest rank that is an order; what is topmost below it is an orphan
 */
public record Ranks(Map<String, Integer> rankByType, int orderRank) {

    public Ranks {
        rankByType = Map.copyOf(rankByType);
    }

    /** Rank of an identifier; a type nobody declared has rank 0, below every declared one. */
    public int of(Identifier identifier) {
        return rankByType.getOrDefault(identifier.connection() + ":" + identifier.type(), 0);
    }

    /** True if {@code lower} may have {@code higher} as its parent: by rank, then by text, a total order. */
    public boolean isBelow(Identifier lower, Identifier higher) {
        return order().compare(lower, higher) < 0;
    }

    /** True if an identifier of this type names an order rather than a document. */
    public boolean namesAnOrder(Identifier identifier) {
        return of(identifier) >= orderRank;
    }

    /** The total order on identifiers. */
    public Comparator<Identifier> order() {
        return Comparator.comparingInt((Identifier identifier) -> of(identifier))
                .thenComparing(Comparator.naturalOrder());
    }
}
