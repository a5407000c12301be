package io.crossdock.worlds.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a world's records are delivered.
 *
 * @param seed of every choice on the way
 * @param troubles what happens to them
 */
public record Plan(long seed, Set<Trouble> troubles) {

    public Plan {
        troubles = Set.copyOf(troubles);
    }

    /** The plan of a seed: most troubles most of the time. */
    public static Plan of(long seed) {
        Set<Trouble> troubles = EnumSet.allOf(Trouble.class);
        if (seed % 8 != 0) {
            troubles.remove(Trouble.STORED);
        }
        return new Plan(seed * 31 + 7, troubles);
    }

    /** The plan in which every feed is heard as it was written. */
    public static Plan orderly(long seed) {
        return new Plan(seed, Set.of());
    }

    /** True if this happens. */
    public boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    /** The same without one trouble. */
    public Plan without(Trouble trouble) {
        Set<Trouble> fewer = troubles.isEmpty() ? Set.of() : EnumSet.copyOf(troubles);
        if (!fewer.isEmpty()) {
            fewer.remove(trouble);
        }
        return new Plan(seed, fewer);
    }
}
