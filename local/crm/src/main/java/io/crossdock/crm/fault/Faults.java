package io.crossdock.crm.fault;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The fault in force, if any, and how many requests it has hit. */
public final class Faults {
    private @Nullable Fault current;
    private Random dice = new Random(1);
    private int hits;

    /** Puts a fault in force in place of the former one; null takes it away. */
    public synchronized void set(@Nullable Fault fault) {
        current = fault;
        dice = new Random(fault == null || fault.seed() == null ? 1 : fault.seed());
        hits = 0;
    }

    /** The fault that hits this request, or null; counts it. */
    public synchronized @Nullable Fault hit(String method, @Nullable String object) {
        Fault fault = current;
        if (fault == null || !fault.matches(method, object)) {
            return null;
        }
        if (fault.rate() != null && dice.nextDouble() >= fault.rate()) {
            return null;
        }
        hits++;
        if (fault.count() != null && hits >= fault.count()) {
            current = null;
        }
        return fault;
    }

    /** The fault in force, or null. */
    public synchronized @Nullable Fault current() {
        return current;
    }

    /** Requests hit by the fault that was set last. */
    public synchronized int hits() {
        return hits;
    }
}
