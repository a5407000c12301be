package io.crossdock.order.status;

import org.jspecify.annotations.Nullable;

/**
 * What was worked out for one order the last time, each part with the very objects it was worked out from. A part is used
 * again only where those are the same objects, so that it saves work and never changes a result; whoever has lost it
 * begins with an empty one. Not safe for use by several threads.
 */
public final class Recollection {

    private @Nullable Worked last;

    @Nullable
    Worked last() {
        return last;
    }

    void keep(Worked worked) {
        last = worked;
    }
}
