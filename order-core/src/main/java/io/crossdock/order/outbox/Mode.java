package io.crossdock.order.outbox;

import java.time.Instant;

/**
 * Whether a target is told and asked, or only observed while somebody else still does that.
 *
 * @param live true if it is told and asked
 * @param since what was first wanted of it before is left to whoever did such things before (R180)
 */
public record Mode(boolean live, Instant since) {

    /** What is to be told and asked is kept, and nothing is sent. */
    public static final Mode OBSERVE = new Mode(false, Instant.EPOCH);

    /** Told and asked from the beginning: nobody else ever was. */
    public static final Mode LIVE = new Mode(true, Instant.EPOCH);

    /** True if somebody else has done what was first wanted then. */
    public boolean leaves(Instant firstWanted) {
        return live && firstWanted.isBefore(since);
    }
}
