package io.crossdock.order.mailbox;

import java.util.stream.IntStream;

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
        String fromEnvironment = System.getenv().getOrDefault("CROSSDOCK_SEEDS", "3000");
        int seeds = Integer.parseInt(System.getProperty("crossdock.seeds", fromEnvironment));
        return IntStream.iterate(0, first -> first < seeds, first -> first + BLOCK);
    }
}
