package io.crossdock.order.severity;

/** How much an exception matters, the most first. */
public enum Severity {
    /** Somebody has to do something now. */
    CRITICAL,
    /** Somebody has to do something today. */
    MAJOR,
    /** Somebody should know. */
    MINOR;

    /** One step more; nothing is more than critical. */
    Severity raised() {
        return this == MINOR ? MAJOR : CRITICAL;
    }

    /** True if it matters more than the other. */
    public boolean isAbove(Severity other) {
        return compareTo(other) < 0;
    }
}
