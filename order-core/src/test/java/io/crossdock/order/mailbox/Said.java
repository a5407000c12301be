package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.DerivedLinks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fact says, without stamps of processing; a derived link's version is its sender's counter and left out. */
public record Said(
        @Nullable SourceVersion version,
        @Nullable Statement statement,
        List<Link> links,
        Map<Milestone, OffsetDateTime> times,
        Map<Milestone, Reached> reached) {

    public static Said by(Fact fact) {
        boolean derived = fact.key().entity().equals(DerivedLinks.ENTITY);
        return new Said(derived ? null : fact.version(), fact.statement(), fact.links(), fact.times(), fact.reached());
    }
}
