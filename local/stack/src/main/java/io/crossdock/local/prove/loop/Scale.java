package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Pace;
import java.time.Duration;

/**
 * How large a run is.
 *
 * @param orders how many are captured
 * @param spread over how long they are captured; faults last a little longer
 * @param speed how much faster than usual an order's life passes
 * @param away how long the CRM is away
 * @param kills how often each of worker and application is killed
 * @param silence how long the CRM says nothing so that a caller gives up, in ms; longer than the sink waits for an answer
 * @param share what share of the calls each small fault hits
 * @param again how many messages of each partition are delivered again
 * @param callsPerMinute what the sink may call the CRM meanwhile; so few that it has to wait now and then
 * @param patience how long a desk waits until it is told, and the end until everybody has been
 */
record Scale(
        int orders,
        Duration spread,
        double speed,
        Duration away,
        int kills,
        long silence,
        double share,
        int again,
        int callsPerMinute,
        Duration patience) {

    private static final int MOST_A_MINUTE = 120;
    private static final int SHORT_ORDERS_A_MINUTE = 80;
    private static final Duration AFTER = Duration.ofSeconds(25);
    private static final Duration KEPT = Duration.ofMinutes(4);
    private static final Duration AWAY = Duration.ofMinutes(5);

    /** The CRM away for five minutes, four kills of each; at least so long that five minutes are not all of it. */
    static Scale full(int orders) {
        Duration spread = Duration.ofSeconds(Math.max(60L * orders / MOST_A_MINUTE, AWAY.toSeconds() * 5 / 2));
        return new Scale(orders, spread, 2, AWAY, 4, 12_000, 0.03, 300, 2_400, Duration.ofMinutes(20));
    }

    /** The same in about three minutes: the CRM away for ten seconds, one kill of each. */
    static Scale brief(int orders) {
        Duration spread = Duration.ofSeconds(Math.max(45, 60L * orders / SHORT_ORDERS_A_MINUTE));
        return new Scale(orders, spread, 6, Duration.ofSeconds(10), 1, 11_000, 0.07, 1_000, 600, Duration.ofMinutes(3));
    }

    /** Nothing but deaths: the CRM is as kind as its processes live. */
    static Scale deadly(int orders, Duration spread) {
        return new Scale(orders, spread, 4, Duration.ZERO, 1, 0, 0, 300, 2_400, Duration.ofMinutes(10));
    }

    /** How long things go wrong: a little longer than orders come, so that the last ones meet faults too. */
    Duration length() {
        return spread.plus(AFTER);
    }

    /** How people work in it. */
    Pace pace() {
        return new Pace(orders * 60.0 / spread.toSeconds(), speed, KEPT);
    }
}
