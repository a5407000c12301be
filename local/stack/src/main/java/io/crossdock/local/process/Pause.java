package io.crossdock.local.process;

import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks at something that another process changes. */
public final class Pause {

    private Pause() {}

    /** Waits that long, or less when interrupted; the interrupt stays set. */
    public static void millis(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
