package io.crossdock.order.link;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;

/**
 * One statement that an identifier has a parent.
 *
 * @param fact the fact that states it
 * @param link the link it states
 * @param source within what its version compares: the connection of a row; the whole key of a derived link, whose
 *     version is its sender's counter and compares with nothing else
 */
public record Claim(Fact fact, Link link, String source) {

    static Claim of(Fact fact, Link link) {
        boolean derived = DerivedLinks.ENTITY.equals(fact.key().entity());
        return new Claim(
                fact, link, derived ? fact.key().toString() : fact.key().connection());
    }

    /** The parent that is claimed. */
    public Identifier parent() {
        return link.to();
    }
}
