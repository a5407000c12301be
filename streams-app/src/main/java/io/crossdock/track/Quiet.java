package io.crossdock.track;

import io.crossdock.contract.OrderEntry;
import io.crossdock.flow.Patience;
import io.crossdock.order.status.Projected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order may be archived: it is done, and nothing has been heard of it for a while (R143). */
final class Quiet {

    private Quiet() {}

    /**
     * When to look at the order for the archive; a time that has passed means now.
     *
     * @param before what was kept of it; null if nothing was
     * @return null while the order is not done
     */
    static @Nullable Instant archiveAt(
            Projected projected, @Nullable OrderEntry before, Reading reading, Patience patience, Instant now) {
        if (!projected.done()) {
            return null;
        }
        Instant quiet = reading.latest().plus(patience.archive());
        Instant set = before == null ? null : before.getArchiveAt();
        // One deadline at a time: what was heard meanwhile counts when it is due.
        return set != null && set.isAfter(now) ? set : quiet;
    }
}
