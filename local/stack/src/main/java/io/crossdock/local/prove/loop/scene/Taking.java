package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.PhoneOrder;
import io.crossdock.local.process.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** Orders that come one after the other at a steady pace, while something else goes on. */
final class Taking {

    private final List<PhoneOrder> taken = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> people;

    /**
     * Begins.
     *
     * @param orders how many
     * @param between one and the next, if taking it is quicker
     * @param take takes the order of that number, counted from 0
     */
    Taking(int orders, Duration between, IntFunction<PhoneOrder> take) {
        people = CompletableFuture.runAsync(() -> run(orders, between, take));
    }

    private void run(int orders, Duration between, IntFunction<PhoneOrder> take) {
        long began = System.nanoTime();
        for (int number = 0; number < orders; number++) {
            long left = began + number * between.toNanos() - System.nanoTime();
            Pause.millis(Math.max(0, left / 1_000_000));
            taken.add(take.apply(number));
        }
    }

    /** Those so far. */
    List<PhoneOrder> taken() {
        return List.copyOf(taken);
    }

    /** Waits until so many have come, or no more come. */
    void await(int orders) {
        while (taken.size() < orders && !people.isDone()) {
            Pause.millis(20);
        }
        if (people.isDone()) {
            join();
        }
    }

    /** Waits for all, and returns them. */
    List<PhoneOrder> join() {
        join(people);
        return taken();
    }

    /** Waits for something; what it threw is thrown as it was. */
    static void join(CompletableFuture<?> something) {
        try {
            something.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
