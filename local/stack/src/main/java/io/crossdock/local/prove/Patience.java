package io.crossdock.local.prove;

import io.crossdock.local.process.Pause;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that another process is about to do. */
public final class Patience {

    private static final Duration OFTEN = Duration.ofMillis(50);

    private Patience() {}

    /** Looks every 50 ms until it is so, or the time is over; returns whether it is so. */
    public static boolean until(Duration atMost, BooleanSupplier isSo) {
        return until(atMost, OFTEN, isSo);
    }

    /** The same for what is dear to look at: as often as {@code every}. */
    public static boolean until(Duration atMost, Duration every, BooleanSupplier isSo) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.millis(every.toMillis());
        }
        return true;
    }
}
