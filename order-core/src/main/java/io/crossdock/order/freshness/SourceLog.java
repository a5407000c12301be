package io.crossdock.order.freshness;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much log a source keeps until it has been read, and how much more it would (R197).
 *
 * @param name what it is kept for, at PostgreSQL the replication slot
 * @param state how the source sees it
 * @param kept bytes that are kept
 * @param left bytes that may still be written before it is lost; null if there is no limit, or if it is lost
 * @param since when it was first seen in this state, by the source's clock
 * @param seenAt when it was seen last, by the source's clock
 */
public record SourceLog(
        String name, State state, long kept, @Nullable Long left, Instant since, Instant seenAt) {

    /** A slot that is made anew is gone for a moment. */
    private static final Duration MAY_BE_GONE = Duration.ofSeconds(30);

    /** PostgreSQL's {@code wal_status}, and none. */
    public enum State {
        /** Kept within what the server keeps anyway. */
        RESERVED,
        /** More is kept than that. */
        EXTENDED,
        /** The limit is passed: the next checkpoint may remove it. */
        UNRESERVED,
        /** Removed before it was read. */
        LOST,
        /** There is no such slot. */
        MISSING
    }

    /** What is known after it was seen again; an older sight changes nothing. */
    public SourceLog and(SourceLog seen) {
        if (seen.seenAt.isBefore(seenAt)) {
            return this;
        }
        boolean same = seen.state == state && seen.name.equals(name);
        return same ? new SourceLog(name, state, seen.kept, seen.left, since, seen.seenAt) : seen;
    }

    /** True if what is kept will be lost before long: more than half of the limit is used. */
    public boolean isEndangered() {
        return state == State.UNRESERVED || (left != null && left < kept);
    }

    /** True if something was written that can no longer be read. */
    public boolean isLost() {
        return switch (state) {
            case LOST -> true;
            case MISSING -> Duration.between(since, seenAt).compareTo(MAY_BE_GONE) >= 0;
            case RESERVED, EXTENDED, UNRESERVED -> false;
        };
    }
}
