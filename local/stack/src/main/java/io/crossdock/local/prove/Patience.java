package io.crossdock.local.prove;

import io.crossdock.local.process.Pause;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that another process is about to do. */
public final class Patience {

    private Patience() {}

    /** Looks every 50 ms until it is so, or the time is over; returns whether it is so. */
    public static boolean until(Duration atMost, BooleanSupplier isSo) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.millis(50);
        }
        return true;
    }
}
