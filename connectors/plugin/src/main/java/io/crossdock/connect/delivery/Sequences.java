package io.crossdock.connect.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages of one record one after the other, different records at once. A sequence lives as long as it has work. */
final class Sequences {

    /** The queue of one record and the thread that empties it. */
    private record Sequence(Deque<Work> queue, Thread thread) {}

    private final Map<String, Sequence> sequences = new HashMap<>();
    private final Consumer<Work> deliver;
    private final ThreadFactory threads;

    /**
     * Sequences that hand each message to {@code deliver}, which may block and must not throw.
     *
     * @param threads makes the thread of each sequence
     */
    Sequences(Consumer<Work> deliver, ThreadFactory threads) {
        this.deliver = deliver;
        this.threads = threads;
    }

    /** Queues a message behind the others of its record. */
    synchronized void add(Work work) {
        String record = work.message().recordName();
        Sequence sequence = sequences.get(record);
        if (sequence != null) {
            sequence.queue().add(work);
            return;
        }
        Thread thread = threads.newThread(() -> run(record));
        thread.setName("deliver-" + record);
        Deque<Work> queue = new ArrayDeque<>();
        queue.add(work);
        sequences.put(record, new Sequence(queue, thread));
        thread.start();
    }

    /**
     * Waits until no message of ended partitions is under way, interrupts those that are after the grace, and then waits
     * again.
     */
    synchronized void settle(Duration grace) throws InterruptedException {
        await(grace);
        for (Sequence sequence : sequences.values()) {
            if (isEnding(sequence)) {
                sequence.thread().interrupt();
            }
        }
        await(grace);
    }

    private void await(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (sequences.values().stream().anyMatch(Sequences::isEnding)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private static boolean isEnding(Sequence sequence) {
        Work first = sequence.queue().peek();
        return first != null && first.assignment().isOver();
    }

    private void run(String record) {
        for (Work work = first(record); work != null; work = next(record)) {
            deliver.accept(work);
        }
    }

    private synchronized @Nullable Work first(String record) {
        Sequence sequence = sequences.get(record);
        return sequence == null ? null : sequence.queue().peek();
    }

    private synchronized @Nullable Work next(String record) {
        Sequence sequence = sequences.get(record);
        if (sequence == null) {
            return null;
        }
        sequence.queue().remove();
        Work next = sequence.queue().peek();
        if (next == null) {
            sequences.remove(record);
        }
        notifyAll();
        return next;
    }
}
