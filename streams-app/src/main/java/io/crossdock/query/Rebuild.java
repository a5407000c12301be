package io.crossdock.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rebuild of this epoch stands.
 *
 * @param epoch its number
 * @param stage how far it is
 * @param startedAt when it was asked for; null if this epoch was never rebuilt, as the next four
 * @param by who asked
 * @param note why; null if they did not say
 * @param cut what landed before is old
 * @param read raw records of before that have been read again
 * @param total raw records of before
 * @param behind messages between mailboxes that have not been read yet
 * @param live targets that were told until then
 */
public record Rebuild(
        long epoch,
        Stage stage,
        @Nullable Instant startedAt,
        @Nullable String by,
        @Nullable String note,
        @Nullable Instant cut,
        long read,
        long total,
        long behind,
        List<String> live) {

    /** How far a rebuild is. */
    public enum Stage {
        /** There is none. */
        NONE,
        /** What came in is being read again; nothing is published. */
        READING,
        /** Statuses are being published again. */
        PUBLISHING,
        /** It is over; targets are told once they are switched on. */
        DONE
    }

    public Rebuild {
        live = List.copyOf(live);
    }

    /** True while one is under way. */
    public boolean isUnderWay() {
        return stage == Stage.READING || stage == Stage.PUBLISHING;
    }
}
