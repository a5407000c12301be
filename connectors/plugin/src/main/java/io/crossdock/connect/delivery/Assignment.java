package io.crossdock.connect.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One partition while it is ours: when that began, whether it has ended, and which messages have no receipt yet. */
final class Assignment {

    private final Instant openedAt;
    private final NavigableSet<Long> unfinished = new ConcurrentSkipListSet<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Assignment(Instant openedAt) {
        this.openedAt = openedAt;
    }

    /** A message has been taken on. */
    void accept(long offset) {
        unfinished.add(offset);
    }

    /** Its receipt is at the broker. */
    void finish(long offset) {
        unfinished.remove(offset);
    }

    /** Messages without a receipt. */
    int pending() {
        return unfinished.size();
    }

    /**
     * The offset to commit: everything before it has a receipt.
     *
     * @param delivered the offset after the last message Connect gave us
     */
    long committable(long delivered) {
        // A message may finish between a look and the answer, so look once.
        Long first = unfinished.ceiling(Long.MIN_VALUE);
        return first == null ? delivered : Math.min(first, delivered);
    }

    /**
     * True if another task, or this one before a restart, may have handled a message already.
     *
     * @param timestamp the message's time in ms, null if unknown
     * @param margin how far clocks may differ
     */
    boolean mayHaveBeenDelivered(@Nullable Long timestamp, Duration margin) {
        return timestamp == null || timestamp <= openedAt.plus(margin).toEpochMilli();
    }

    /** The partition is no longer ours: what has not begun does not begin. */
    void end() {
        ended.countDown();
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /** Waits, but not longer than the partition is ours. */
    void pause(Duration pause) throws InterruptedException {
        var unused = ended.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
