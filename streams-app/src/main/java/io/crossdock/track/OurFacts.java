package io.crossdock.track;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts that we state ourselves about orders we published. */
final class OurFacts {

    private OurFacts() {}

    /** The orderId is an identifier with a mailbox: it leads to the root it was made of, for ever the same one. */
    static Fact alias(String orderId, @Nullable Identifier root, Instant now) {
        Identifier self = new Identifier(Names.OURSELVES, "order", orderId);
        Link link = new Link(Link.Kind.SAME_AS, self, Objects.requireNonNull(root), Link.Rule.ECHO);
        return fact(
                Names.ORDER_IDS, orderId, self, new SourceVersion(0, 0, 0), List.of(link), new Statement.Alias(), now);
    }

    private static Fact fact(
            String entity,
            String primaryKey,
            Identifier home,
            SourceVersion version,
            List<Link> links,
            Statement statement,
            Instant now) {
        return new Fact(
                new FactKey(Names.OURSELVES, entity, primaryKey),
                home,
                version,
                Op.ASSERT,
                Origin.LIVE,
                null,
                now,
                now,
                Map.of(),
                links,
                statement,
                Map.of(),
                "track",
                null);
    }
}
