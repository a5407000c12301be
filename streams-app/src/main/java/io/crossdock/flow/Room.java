package io.crossdock.flow;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the heap all tasks of this process may fill with what they keep decoded. A task that needs much may have what
 * others do not use; once it is short, nobody keeps more than an equal share.
 */
public final class Room {

    /** The rest is for records on their way, producers and queries. */
    private static final int PART_OF_HEAP = 4;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger tenants = new AtomicInteger();

    /** Room for about so many bytes. */
    public Room(long bytes) {
        this.bytes = bytes;
    }

    /** A quarter of the largest heap. */
    public static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    void enter() {
        tenants.incrementAndGet();
    }

    void leave(long gives) {
        tenants.decrementAndGet();
        taken.addAndGet(-gives);
    }

    void take(long more) {
        taken.addAndGet(more);
    }

    /** True if somebody who has taken so much must give some back. */
    boolean isTooMuch(long own) {
        return taken.get() > bytes && own > bytes / Math.max(1, tenants.get());
    }
}
