package io.crossdock.order.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells when one entity of a connection is deleted faster than people delete (R97): a clean-up job, a dropped partition or a
 * lost filter looks like thousands of orders taken back. What goes beyond the limit within one minute of the source's clock
 * is held until somebody says that it is meant.
 *
 * @param minute start of the latest minute, by commit at the source, in which something was deleted
 * @param deleted deletions in it
 */
public record DeleteWatch(Instant minute, int deleted) {

    /** Of an entity of which nothing was deleted yet. */
    public static final DeleteWatch NEW = new DeleteWatch(Instant.EPOCH, 0);

    /** The watch after one more deletion; one from an earlier minute counts to the latest. */
    public DeleteWatch after(Instant recordedAt) {
        Instant its = recordedAt.truncatedTo(ChronoUnit.MINUTES);
        return its.isAfter(minute) ? new DeleteWatch(its, 1) : new DeleteWatch(minute, deleted + 1);
    }

    /** True if the deletion this watch has just counted is one too many; {@code limit} is the most in a minute. */
    public boolean exceeds(int limit) {
        return deleted > limit;
    }
}
