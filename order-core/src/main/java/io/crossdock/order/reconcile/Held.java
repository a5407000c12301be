package io.crossdock.order.reconcile;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.mailbox.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a row of a source.
 *
 * @param heardAt commit at the source of the newest that was heard of it, a dead letter included; null if nothing was
 * @param deleted true if that was its deletion
 * @param forgotten true if the order it belonged to was archived and forgotten since, and nothing is asked of it any more
 */
public record Held(@Nullable Instant heardAt, boolean deleted, boolean forgotten) {

    /** Nothing was ever heard of it. */
    public static final Held NOTHING = new Held(null, false, false);

    /** It was heard once, and has been forgotten on purpose. */
    public static final Held FORGOTTEN = new Held(null, false, true);

    /**
     * What a mailbox and the notes on what could not be read come to (R191).
     *
     * @param row the row at its home; null if there is none
     * @param unreadAt commit of the newest record of the row that became no fact, a dead letter or one that says nothing; null if there
     *     was none
     */
    public static Held of(@Nullable Row row, @Nullable Instant unreadAt) {
        Instant said = row == null ? null : at(row.fact());
        Instant gone = row == null ? null : at(row.deletion());
        Instant heard = later(said, unreadAt);
        return gone != null && (heard == null || !heard.isAfter(gone))
                ? new Held(gone, true, false)
                : new Held(heard, false, false);
    }

    private static @Nullable Instant at(@Nullable Fact fact) {
        return fact == null ? null : fact.recordedAt();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? other : one;
    }
}
