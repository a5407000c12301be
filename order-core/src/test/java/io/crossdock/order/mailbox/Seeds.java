package io.crossdock.order.mailbox;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Seeds of the random worlds, in blocks of a test each. {@code -Dcrossdock.seeds=20000} or {@code CROSSDOCK_SEEDS} sets how many
 * worlds are tried.
 */
public final class Seeds {

    /** Worlds of a block. */
    public static final int BLOCK = 200;

    private Seeds() {}

    /** The first seed of each block. */
    public static IntStream blocks() {
        int seeds = wanted();
        return IntStream.iterate(0, first -> first < seeds, first -> first + BLOCK);
    }

    /** The seeds of the block that begins with this one; fewer than a block where fewer are wanted. */
    public static LongStream from(int first) {
        return LongStream.range(first, Math.min(first + BLOCK, wanted()));
    }

    private static int wanted() {
        String fromEnvironment = System.getenv().getOrDefault("CROSSDOCK_SEEDS", "3000");
        return Integer.parseInt(System.getProperty("crossdock.seeds", fromEnvironment));
    }
}
