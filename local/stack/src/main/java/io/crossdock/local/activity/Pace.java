package io.crossdock.local.activity;

import java.time.Duration;

/**
 * How fast people work.
 *
 * @param ordersPerMinute orders captured in a minute
 * @param speed how much faster than usual an order's life passes; 1 is 10 to 60 seconds
 * @param keep how long the warehouse keeps finished orders and shipments; zero keeps them for good
 */
public record Pace(double ordersPerMinute, double speed, Duration keep) {
    /** How long the warehouse usually keeps what is finished. */
    public static final Duration USUAL_KEEP = Duration.ofMinutes(30);

    public Pace {
        if (!(ordersPerMinute > 0) || !(speed > 0)) {
            throw new IllegalArgumentException("Orders per minute and speed must be above 0");
        }
    }

    /** People at their usual speed. */
    public static Pace usual(double ordersPerMinute) {
        return new Pace(ordersPerMinute, 1, USUAL_KEEP);
    }

    /** People in a hurry, and nothing deleted: 1,000 orders in about four minutes. */
    public static Pace bulk() {
        return new Pace(300, 4, Duration.ZERO);
    }
}
