package io.crossdock.order.reconcile;

import io.crossdock.order.freshness.Watermark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when what a source committed is known to have been handled here, and not only to have landed (R193). A task handles what has
 * landed in the order of its landing: a mark that landed after a watermark is met when everything before that watermark has been handled.
 *
 * @param waiting a watermark whose predecessors may still lie before the task; null before the first
 * @param sure one whose predecessors have been handled; null before the first
 */
public record HeardTo(@Nullable Watermark waiting, @Nullable Watermark sure) {

    /** Nothing is known. */
    public static final HeardTo NOTHING = new HeardTo(null, null);

    /** What is fetched from several topics is put in order after it was fetched: so much later a mark must be. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /**
     * What is known when a mark is handled.
     *
     * @param known the source's watermark now
     * @param landedAt when the mark landed, by the broker's clock
     */
    public HeardTo mark(Watermark known, Instant landedAt) {
        Watermark before = waiting;
        if (before == null || known.epoch() != before.epoch()) {
            // A source that was restored begins anew.
            return new HeardTo(known, null);
        }
        return landedAt.isAfter(before.landedAt().plus(MARGIN)) ? new HeardTo(known, before) : this;
    }

    /** True if everything that was committed at the source before an instant, by its clock, has been handled. */
    public boolean isPast(Instant committed) {
        return sure != null && sure.at().isAfter(committed);
    }
}
