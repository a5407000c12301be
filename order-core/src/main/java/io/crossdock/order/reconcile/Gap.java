package io.crossdock.order.reconcile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a source and what was heard of it do not agree about one row. */
public enum Gap {
    /** The source has it, and its being there was not heard (R190, R192). */
    MISSING,
    /** It was heard, but not its last change (R190). */
    STALE,
    /** The source does not have it any more, and its deletion was not heard (R196). */
    SURPLUS;

    /** What lies less apart than this may be in any order: some sources stamp whole seconds. */
    static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * Compares a row of a source with what was heard of it.
     *
     * @param exactness how exactly the source stamps a commit beside the change it commits: a lost change that came so soon after one
     *     that was heard is not found, and with less a change that was heard could be called lost
     * @return null if the two agree
     */
    public static @Nullable Gap of(SourceRow row, Held held, Duration exactness) {
        Instant heard = held.heardAt();
        if (held.forgotten()) {
            return null;
        }
        if (heard == null) {
            return MISSING;
        }
        if (held.deleted()) {
            // A deletion after the read explains itself; one before it does not, because the row is there.
            return heard.plus(TOLERANCE).isBefore(row.readAt()) ? MISSING : null;
        }
        Instant changed = row.changedAt();
        boolean believable = changed != null && !changed.isAfter(row.readAt().plus(TOLERANCE));
        return believable && heard.plus(exactness).isBefore(changed) ? STALE : null;
    }

    /**
     * True if a row that a whole round has not met should have been met.
     *
     * @param began begin of the round at its table, by the source's clock
     */
    public static boolean isSurplus(Held held, Instant began) {
        // What was heard since then may have come behind the place that was read.
        return !held.forgotten()
                && !held.deleted()
                && held.heardAt() != null
                && held.heardAt().plus(TOLERANCE).isBefore(began);
    }
}
