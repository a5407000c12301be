package io.crossdock.track;

import io.crossdock.codec.StatusContracts;
import io.crossdock.flow.Recent;
import io.crossdock.flow.Room;
import io.crossdock.flow.Standing;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import io.crossdock.order.status.Recollection;

/**
 * Projects orders, and keeps for those looked at last what was worked out, so that an event costs what it touches and not
 * the whole order. Nothing is lost with it but time.
 */
final class Recollections {

    /** What is worked out of an order and from one of its facts, about. */
    private static final long BYTES_AN_ORDER = 1_700;

    private static final long BYTES_A_FACT = 1_200;

    private record Kept(Recollection recollection, StatusContracts contracts) {}

    private final Projection projection;
    private final Recent<Kept> orders;

    Recollections(Projection projection, Room room) {
        this.projection = projection;
        this.orders = new Recent<>(room);
    }

    /** The status that follows from what stands in the mailbox. */
    Projected project(Standing standing) {
        Kept known = orders.get(standing.self());
        Kept kept = known == null ? new Kept(new Recollection(), new StatusContracts()) : known;
        Projected projected = projection.project(standing.self(), standing.facts(), kept.recollection);
        orders.put(standing.self(), kept, BYTES_AN_ORDER + standing.facts().size() * BYTES_A_FACT);
        return projected;
    }

    /** The contracts of the order that was projected last there. */
    StatusContracts contracts(Identifier self) {
        Kept kept = orders.get(self);
        return kept == null ? new StatusContracts() : kept.contracts;
    }

    void close() {
        orders.close();
    }
}
