package io.crossdock.connect.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls in a day (UTC, by the target's clock): what we may spend, and never more than the target says is left, so that calls
 * of other programs count. A share of it is kept for express.
 */
public final class DayBudget implements Hurdle {

    private static final Logger LOG = LoggerFactory.getLogger(DayBudget.class);
    /** A target's Date header knows the second: a day begins when it must have begun there too. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final Terms terms;
    private final Clock clock;
    private final Set<Lane> told = EnumSet.noneOf(Lane.class);
    private Duration ahead = Duration.ZERO;
    private LocalDate day;
    private long spent;
    private long open;
    /** Calls of ours that the target's figure may not contain. */
    private long unreported;

    private @Nullable Usage usage;

    /**
     * What was agreed.
     *
     * @param target the target, as logs call it
     * @param callsPerDay most calls of this task in a day; 0 for no budget
     * @param reserve percent of the budget that only express may use
     * @param sharers tasks that spend what the target has left
     */
    public record Terms(String target, long callsPerDay, int reserve, int sharers) {}

    /** An unspent budget. */
    public DayBudget(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
        this.day = today();
    }

    @Override
    public long closedFor(Lane lane, int inFlight) {
        beginDay();
        if (left(lane) > 0) {
            return 0;
        }
        if (told.add(lane)) {
            tell(lane);
        }
        return Math.max(1, untilTomorrow().toNanos());
    }

    @Override
    public boolean bars(Lane lane) {
        return left(lane) <= 0;
    }

    @Override
    public void begun() {
        spent++;
        unreported++;
        open++;
    }

    @Override
    public void notMade() {
        spent--;
        unreported--;
        open--;
    }

    @Override
    public void ended(Ending ending) {
        open--;
        Instant at = ending.at();
        if (at == null) {
            return;
        }
        ahead = Duration.between(clock.instant(), at);
        beginDay();
        // A figure of yesterday, from a call that was answered at midnight, would close the whole day.
        if (ending.usage() != null && dayOf(at).equals(day)) {
            long used = usage == null ? 0 : usage.used();
            usage = new Usage(
                    Math.max(used, ending.usage().used()), ending.usage().allowed());
            unreported = open;
        }
    }

    /** Calls that a lane may still make today. */
    long left(Lane lane) {
        if (terms.callsPerDay() == 0) {
            return Long.MAX_VALUE;
        }
        Usage known = usage;
        long theirs = known == null ? Long.MAX_VALUE : known.allowed() / terms.sharers();
        long reserve = lane == Lane.EXPRESS ? 0 : Math.min(terms.callsPerDay(), theirs) * terms.reserve() / 100;
        long ours = terms.callsPerDay() - spent;
        long there = known == null
                ? Long.MAX_VALUE
                : Math.floorDiv(known.allowed() - known.used() - unreported, terms.sharers());
        return Math.min(ours, there) - reserve;
    }

    private void beginDay() {
        LocalDate now = today();
        if (now.isAfter(day)) {
            day = now;
            spent = open;
            unreported = open;
            usage = null;
            told.clear();
        }
    }

    private void tell(Lane lane) {
        LOG.warn(
                "{}: the day's calls are used up for {} messages ({} of {} spent by this task, the target counts {}). They"
                        + " wait until {} UTC, nothing is lost. Raise calls.per.day, lower calls.reserve, or send several"
                        + " records per call (batch.records)",
                terms.target(),
                lane,
                spent,
                terms.callsPerDay(),
                usage == null ? "nothing" : usage.used() + " of " + usage.allowed(),
                day.plusDays(1).atStartOfDay());
    }

    private Duration untilTomorrow() {
        Instant tomorrow = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Duration.between(clock.instant().plus(ahead).minus(LATE), tomorrow);
    }

    private LocalDate today() {
        return dayOf(clock.instant().plus(ahead).minus(LATE));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
