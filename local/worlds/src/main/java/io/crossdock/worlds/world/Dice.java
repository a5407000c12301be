package io.crossdock.worlds.world;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Chance, the same for the same seed. */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to one less than {@code bound}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A number to make other dice of. */
    public int salt() {
        return random.nextInt();
    }

    /** One of them; null if there is none. */
    public <T> @Nullable T of(Collection<T> choices) {
        if (choices.isEmpty()) {
            return null;
        }
        List<T> list = choices instanceof List<T> same ? same : List.copyOf(choices);
        return list.get(random.nextInt(list.size()));
    }
}
