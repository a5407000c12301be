package io.crossdock.order.explain;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.link.DerivedLinks;
import java.time.Instant;

/**
 * One link and the row that states it.
 *
 * @param link kind, ends and rule
 * @param fact key of the fact that states it; that of a derived link if its row is not among the facts of this order
 * @param evidence coordinates of the raw record, {@code topic-partition@offset}
 * @param version version of the row; of a derived link the counter of its sender
 * @param since commit at the source of the version that states it now
 */
public record Because(Link link, FactKey fact, String evidence, SourceVersion version, Instant since) {

    static Because of(Link link, Fact fact) {
        return new Because(link, fact.key(), fact.evidence(), fact.version(), fact.recordedAt());
    }

    /** True if no row of this order states it by itself: it follows from a row elsewhere, or from two other links. */
    public boolean derived() {
        return DerivedLinks.ENTITY.equals(fact.entity());
    }
}
