package io.crossdock.order.publication;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.OrderId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;

/**
 * The fact by which a root states what its register says. It goes wherever the root's facts go, so that whoever holds them knows
 * that there is a record, and whose word it is.
 */
public final class FormerOrders {

    private static final String CONNECTION = "crossdock";
    private static final String ENTITY = "former-orders";

    private FormerOrders() {}

    /** What the register of a root says, once something was written; {@code contentHash} is empty unless it is the root's own status. */
    public static Fact fact(Identifier root, Register register, String contentHash, Instant now) {
        OrderVersion version = Objects.requireNonNull(register.version());
        // Taking a word back leaves the version as it is, and is the last that happens to it.
        long takenBack = register.by() == null ? 1 : 0;
        return new Fact(
                new FactKey(CONNECTION, ENTITY, root.toString()),
                root,
                new SourceVersion(version.epoch(), version.seq(), takenBack),
                Op.ASSERT,
                Origin.LIVE,
                null,
                now,
                now,
                Map.of(),
                List.of(),
                new Statement.FormerOrder(OrderId.of(root), version, contentHash, register.by(), register.shown()),
                Map.of(),
                "track",
                null);
    }

    /** Roots whose statement is among the changed keys and no longer among the facts. */
    public static Set<Identifier> gone(SortedSet<FactKey> changed, List<Sight.Former> formers) {
        Set<Identifier> gone = new HashSet<>();
        for (FactKey key : changed) {
            if (key.connection().equals(CONNECTION) && key.entity().equals(ENTITY)) {
                gone.add(Identifier.parse(key.primaryKey()));
            }
        }
        formers.forEach(former -> gone.remove(former.root()));
        return gone;
    }
}
