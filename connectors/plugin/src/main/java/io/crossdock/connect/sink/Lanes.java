package io.crossdock.connect.sink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages of one record one after the other, different records at once. A lane lives as long as it has work. */
final class Lanes {

    /** The queue of one record and the thread that empties it. */
    private record Lane(Deque<Work> queue, Thread thread) {}

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Consumer<Work> deliver;

    /** Lanes that hand each message to {@code deliver}, which may block and must not throw. */
    Lanes(Consumer<Work> deliver) {
        this.deliver = deliver;
    }

    /** Queues a message behind the others of its record. */
    synchronized void add(Work work) {
        String record = work.message().recordName();
        Lane lane = lanes.get(record);
        if (lane != null) {
            lane.queue().add(work);
            return;
        }
        Thread thread = Thread.ofVirtual().name("deliver-" + record).unstarted(() -> run(record));
        Deque<Work> queue = new ArrayDeque<>();
        queue.add(work);
        lanes.put(record, new Lane(queue, thread));
        thread.start();
    }

    /**
     * Waits until no message of ended partitions is under way, interrupts those that are after the grace, and then waits
     * again.
     */
    synchronized void settle(Duration grace) throws InterruptedException {
        await(grace);
        for (Lane lane : lanes.values()) {
            if (isEnding(lane)) {
                lane.thread().interrupt();
            }
        }
        await(grace);
    }

    private void await(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (lanes.values().stream().anyMatch(Lanes::isEnding)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private static boolean isEnding(Lane lane) {
        Work first = lane.queue().peek();
        return first != null && first.assignment().isOver();
    }

    private void run(String record) {
        for (Work work = first(record); work != null; work = next(record)) {
            deliver.accept(work);
        }
    }

    private synchronized @Nullable Work first(String record) {
        Lane lane = lanes.get(record);
        return lane == null ? null : lane.queue().peek();
    }

    private synchronized @Nullable Work next(String record) {
        Lane lane = lanes.get(record);
        if (lane == null) {
            return null;
        }
        lane.queue().remove();
        Work next = lane.queue().peek();
        if (next == null) {
            lanes.remove(record);
        }
        notifyAll();
        return next;
    }
}
