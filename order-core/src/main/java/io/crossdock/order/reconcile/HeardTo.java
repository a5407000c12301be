package io.crossdock.order.reconcile;

import io.crossdock.order.freshness.Watermark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when what a source committed is known to have been handled here, and not only to have landed (R193). A task that keeps up
 * handles what has landed in the order of its landing: a mark that landed after a watermark is met when everything before that watermark
 * has been handled. One that works off a backlog takes its topics in pieces, in no such order: what it meets late proves nothing.
 *
 * @param waiting a watermark whose predecessors may still lie before the task; null where nothing is begun
 * @param sure one whose predecessors have been handled; null before the first
 */
public record HeardTo(@Nullable Watermark waiting, @Nullable Watermark sure) {

    /** Nothing is known. */
    public static final HeardTo NOTHING = new HeardTo(null, null);

    /** What is fetched from several topics is put in order after it was fetched: so much later a mark must be. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** Who handles a mark so soon after it landed keeps up. */
    private static final Duration PROMPT = Duration.ofSeconds(2);

    /**
     * What is known when a mark is handled.
     *
     * @param known the source's watermark now
     * @param landedAt when the mark landed, by the broker's clock
     * @param now when it is handled, by the instance's clock
     */
    public HeardTo mark(Watermark known, Instant landedAt, Instant now) {
        // A source that was restored begins anew.
        Watermark still = sure == null || sure.epoch() != known.epoch() ? null : sure;
        if (now.isAfter(landedAt.plus(PROMPT))) {
            return new HeardTo(null, still);
        }
        Watermark before = waiting;
        if (before == null || known.epoch() != before.epoch()) {
            return new HeardTo(known, still);
        }
        return landedAt.isAfter(before.landedAt().plus(MARGIN)) ? new HeardTo(known, before) : this;
    }

    /** True if everything that was committed at the source before an instant, by its clock, has been handled. */
    public boolean isPast(Instant committed) {
        return sure != null && sure.at().isAfter(committed);
    }
}
