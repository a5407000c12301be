package io.crossdock.order.fact;

import java.util.Locale;

/** A point in an order's life, written in kebab-case everywhere outside Java. Order is the order of an ordinary life. */
public enum Milestone {
    CAPTURED,
    ACCEPTED,
    CREDIT_APPROVED,
    BACKORDERED,
    ALLOCATED,
    FULLY_ALLOCATED,
    RELEASED,
    PICKED,
    PACKED,
    SHIPPED,
    FULLY_SHIPPED,
    DELIVERED,
    FULLY_DELIVERED,
    INVOICED,
    FULLY_INVOICED,
    PAID,
    NOTIFIED,
    CANCELLED,
    RETURNED;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The public name, for example {@code fully-shipped}. */
    public String text() {
        return text;
    }

    /**
     * Reads the public name.
     *
     * @throws IllegalArgumentException if there is no such milestone
     */
    public static Milestone of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
