package io.crossdock.observe;

import io.crossdock.contract.OrderSync;

/** The label {@code state} of a metric: one of few, whatever is in the orders. */
public final class StateLabel {

    private static final String NOTIFIED = "notified";

    private StateLabel() {}

    /**
     * The milestone; of an effect its name, so that being asked to do something is not mixed with being told of the same milestone.
     * {@code notified} is a milestone that only effects have.
     */
    public static String of(OrderSync sync) {
        if (sync.getEffect() == null) {
            return sync.getMilestone();
        }
        return sync.getMilestone().startsWith(NOTIFIED) ? NOTIFIED : sync.getEffect();
    }
}
