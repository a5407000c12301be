package io.crossdock.track;

import io.crossdock.codec.StatusContracts;
import io.crossdock.flow.Standing;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import io.crossdock.order.status.Recollection;
import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * Projects orders, and keeps for those looked at last what was worked out, so that an event costs what it touches and not
 * the whole order. Dropped with the task; nothing is lost with it but time.
 */
final class Recollections {

    /** Facts whose parts are kept; at about 1 kB each this is 50 MB a task. */
    private static final int CAPACITY = 50_000;

    private record Kept(Recollection recollection, StatusContracts contracts, int facts) {}

    private final Projection projection;
    private final LinkedHashMap<Identifier, Kept> orders = new LinkedHashMap<>(256, 0.75f, true);
    private int size;

    Recollections(Projection projection) {
        this.projection = projection;
    }

    /** The status that follows from what stands in the mailbox. */
    Projected project(Standing standing) {
        Kept kept = orders.get(standing.self());
        Recollection recollection = kept == null ? new Recollection() : kept.recollection();
        StatusContracts contracts = kept == null ? new StatusContracts() : kept.contracts();
        Projected projected = projection.project(standing.self(), standing.facts(), recollection);
        keep(standing.self(), new Kept(recollection, contracts, standing.facts().size()));
        return projected;
    }

    /** The contracts of the order that was projected last there. */
    StatusContracts contracts(Identifier self) {
        Kept kept = orders.get(self);
        return kept == null ? new StatusContracts() : kept.contracts();
    }

    private void keep(Identifier self, Kept kept) {
        Kept before = orders.put(self, kept);
        size += kept.facts() - (before == null ? 0 : before.facts());
        Iterator<Kept> eldest = orders.values().iterator();
        while (size > CAPACITY && orders.size() > 1) {
            size -= eldest.next().facts();
            eldest.remove();
        }
    }
}
