package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.time.Instant;

/**
 * Milestones of one kind that one target does not know yet.
 *
 * @param state as metrics are labelled
 * @param milestone which
 * @param target that does not know it
 * @param count of how many orders, or parts of them
 * @param oldest when the first of them came about
 */
public record OpenLag(String state, String milestone, String target, long count, Instant oldest) {

    /** A single one. */
    public static OpenLag of(OrderSync sync) {
        return new OpenLag(StateLabel.of(sync), sync.getMilestone(), sync.getTarget(), 1, Stamps.occurred(sync));
    }

    /** Those of the same kind, of two places. */
    OpenLag and(OpenLag other) {
        return new OpenLag(
                state, milestone, target, count + other.count, oldest.isBefore(other.oldest) ? oldest : other.oldest);
    }
}
