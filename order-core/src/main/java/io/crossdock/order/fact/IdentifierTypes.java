package io.crossdock.order.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The declared types of identifiers. Their fixed rank gives every same-as link its direction, so that no cycle can exist.
 * Comes from the system files; a rank never changes while state lives (a change is a rebuild).
 *
 * @param byName type by {@code connection:type}; {@code *:type} stands for every connection that does not declare it
 * @param orderRank the lowest rank that is an order; what is topmost below it is an orphan
 */
public record IdentifierTypes(Map<String, IdentifierType> byName, int orderRank) {

    /** A type nobody declared: below every declared one, without limits. */
    private static final IdentifierType UNDECLARED = IdentifierType.ofRank(0);

    public IdentifierTypes {
        byName = Map.copyOf(byName);
    }

    /** Types that differ by nothing but their rank. */
    public static IdentifierTypes ranked(Map<String, Integer> ranks, int orderRank) {
        Map<String, IdentifierType> byName = new HashMap<>();
        ranks.forEach((name, rank) -> byName.put(name, IdentifierType.ofRank(rank)));
        return new IdentifierTypes(byName, orderRank);
    }

    /** The type of an identifier. */
    public IdentifierType of(Identifier identifier) {
        IdentifierType declared = byName.get(identifier.connection() + ":" + identifier.type());
        return declared != null ? declared : byName.getOrDefault("*:" + identifier.type(), UNDECLARED);
    }

    /** True if {@code lower} may have {@code higher} as its parent: by rank, then by text, a total order. */
    public boolean isBelow(Identifier lower, Identifier higher) {
        return order().compare(lower, higher) < 0;
    }

    /** True if an identifier of this type names an order rather than a document. */
    public boolean namesAnOrder(Identifier identifier) {
        return of(identifier).rank() >= orderRank;
    }

    /** The total order on identifiers. */
    public Comparator<Identifier> order() {
        return Comparator.comparingInt((Identifier identifier) -> of(identifier).rank())
                .thenComparing(Comparator.naturalOrder());
    }
}
