package io.crossdock.order.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one source is known to have been read (R98).
 *
 * @param at every record that was committed at the source before this instant, by the source's clock, has landed in raw topics
 * @param landedAt when the newest heartbeat landed, by the broker's clock: what landed earlier is whole, so that the rest of its
 *     transaction has landed too
 * @param epoch source epoch; after a restore it is raised, and {@code at} begins again
 */
public record Watermark(Instant at, Instant landedAt, long epoch) {

    /** So far may the source's clock be ahead of the broker's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * True if it speaks of a time that has not come: believed once, it would hold every record for landed until then. The source's
     * clock is wrong, or was for a moment.
     */
    public boolean isAhead() {
        return at.isAfter(landedAt.plus(SKEW));
    }

    /** What is known after another heartbeat: it never goes back, except into a new epoch. */
    public Watermark and(Watermark heard) {
        if (heard.epoch != epoch) {
            return heard.epoch > epoch ? heard : this;
        }
        return new Watermark(later(at, heard.at), later(landedAt, heard.landedAt), epoch);
    }

    /** True if the source is known to have been read past a record that landed then, and so past the rest of its transaction. */
    public boolean isPast(Instant landed) {
        return landedAt.isAfter(landed);
    }

    /** How old it is, never negative: a source's clock may be ahead a little. */
    public Duration age(Instant now) {
        Duration age = Duration.between(at, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** True if it is older than its source may be behind. */
    public boolean isSilent(Instant now, Duration after) {
        return age(now).compareTo(after) > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
