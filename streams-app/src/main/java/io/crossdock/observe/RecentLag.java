package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last confirmed milestones of this instance, newest last: what the live chart draws. */
public final class RecentLag {

    private static final int KEPT = 4_000;

    private final ArrayDeque<OrderSync> samples = new ArrayDeque<>(KEPT);

    synchronized void add(OrderSync sync) {
        if (samples.size() == KEPT) {
            samples.removeFirst();
        }
        samples.addLast(sync);
    }

    /** A copy of the samples. */
    public synchronized List<OrderSync> samples() {
        return new ArrayList<>(samples);
    }
}
