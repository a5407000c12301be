package io.crossdock.flow;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the heap all tasks of this process may fill with what they keep decoded. A task that needs much may have what
 * others do not use; once it is short, nobody keeps more than an equal share.
 */
public final class Room {

    /** What lives long must fit into the old generation, two thirds of a heap, with air: a full one is collected without end. */
    private static final int PART_OF_HEAP = 2;

    /** Classes, records on their way, producers, queries. */
    private static final long REST = 100L * 1024 * 1024;

    /** Of a heap so small that the rest would leave nothing. */
    private static final int LEAST_PART_OF_HEAP = 8;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger tenants = new AtomicInteger();

    /** Room for about so many bytes. */
    public Room(long bytes) {
        this.bytes = bytes;
    }

    /** Half of the largest heap, less what the rest needs. */
    public static Room ofHeap() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    static Room ofHeap(long heap) {
        return new Room(Math.max(heap / PART_OF_HEAP - REST, heap / LEAST_PART_OF_HEAP));
    }

    long bytes() {
        return bytes;
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
