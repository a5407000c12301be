package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import org.jspecify.annotations.Nullable;

/** Chooses the record that captured the order: the highest one that is nobody's copy (R23). */
final class Root {

    private Root() {}

    /** The root; null if no member's own record is known that we did not write ourselves. */
    static @Nullable Identifier of(OrderFacts facts, IdentifierTypes types) {
        return facts.headers().entrySet().stream()
                .filter(entry -> entry.getValue().says().ourKey() == null)
                .map(entry -> entry.getKey())
                .filter(facts.membership().members()::contains)
                .filter(types::namesAnOrder)
                .max(types.order())
                .orElse(null);
    }
}
