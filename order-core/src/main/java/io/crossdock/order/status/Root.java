package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Chooses the record that captured the order: the highest one that is nobody's copy (R23). */
public final class Root {

    private Root() {}

    /** The root; null if no member's own record is known that we did not write ourselves. */
    static @Nullable Identifier of(OrderFacts facts, IdentifierTypes types) {
        Map<Identifier, Statement.OrderHeader> headers = new TreeMap<>();
        facts.headers().forEach((home, header) -> {
            if (facts.membership().members().contains(home)) {
                headers.put(home, header.says());
            }
        });
        return among(headers, types);
    }

    /**
     * The root among the members of one order.
     *
     * @param headers the own record of each member that has one
     * @return the root; null if there is none
     */
    public static @Nullable Identifier among(Map<Identifier, Statement.OrderHeader> headers, IdentifierTypes types) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getValue().ourKey() == null)
                .map(Map.Entry::getKey)
                .filter(types::namesAnOrder)
                .max(types.order())
                .orElse(null);
    }
}
