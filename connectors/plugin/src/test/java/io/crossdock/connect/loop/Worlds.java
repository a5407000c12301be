package io.crossdock.connect.loop;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Many worlds, one after the other, and what became of them.
 *
 * @param worlds how many were lived
 * @param failure the first one that went wrong, step by step; null if none did
 */
record Worlds(
        long worlds,
        long steps,
        long crashes,
        long faults,
        double seconds,
        @Nullable String failure) {

    /** Lives the worlds of these seeds, up to the first that goes wrong. */
    static Worlds live(long first, long count, Set<Rarity> rarities, Flaw flaw) {
        return onOneThread(() -> lived(first, count, rarities, flaw));
    }

    private static Worlds lived(long first, long count, Set<Rarity> rarities, Flaw flaw) {
        long began = System.nanoTime();
        long steps = 0;
        long crashes = 0;
        long faults = 0;
        long seed = first;
        String failure = null;
        while (seed < first + count && failure == null) {
            Life.Outcome outcome = Life.of(seed, rarities, flaw);
            steps += outcome.steps();
            crashes += outcome.crashes();
            faults += outcome.faults();
            if (outcome.wrong() != null) {
                failure = "world of seed %d (-Dcrossdock.world=%d): %s%n  %s"
                        .formatted(seed, seed, outcome.wrong(), String.join("\n  ", outcome.trace()));
            }
            seed++;
        }
        return new Worlds(seed - first, steps, crashes, faults, (System.nanoTime() - began) / 1e9, failure);
    }

    /** The strands of a sink are virtual threads, and change places with one far faster than with another thread. */
    static <T> T onOneThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException("A world could not be lived to its end", e);
        }
    }

    @Override
    public String toString() {
        return "%,d worlds, %,d steps, %,d crashes, %,d other faults, %,.0f steps and %,.0f crashes per second"
                .formatted(worlds, steps, crashes, faults, steps / seconds, crashes / seconds);
    }
}
