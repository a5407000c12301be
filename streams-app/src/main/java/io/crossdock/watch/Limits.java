package io.crossdock.watch;

import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.Recent;
import io.crossdock.flow.Room;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Wake;
import io.crossdock.order.status.Projected;
import io.crossdock.order.watch.Overdue;
import io.crossdock.order.watch.Watch;
import io.crossdock.systems.OrderLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether orders exceed the limits that are set for them, and has them looked at again when they may (R170). What an order runs
 * against is worked out when it has changed or time has come; most steps bring neither.
 */
public final class Limits implements AutoCloseable {

    /** Rule, subject, two instants and a sentence, for a few limits. */
    private static final long BYTES_AN_ORDER = 1_200;

    /** Whom a source's silence holds up is looked at again when it has been silent for twice as long, within these bounds. */
    private static final Duration SOONEST = Duration.ofSeconds(5);

    private static final Duration LATEST = Duration.ofMinutes(5);

    private record Known(
            String contentHash, List<Overdue> all, @Nullable Instant next) {}

    private final Watch watch;
    private final Calendars calendars;
    private final Hearing hearing;
    private final Recent<Known> recent;

    /** Looks for these. */
    public Limits(OrderLimits limits, Calendars calendars, Hearing hearing, Room room) {
        this.watch = new Watch(limits.rules());
        this.calendars = calendars;
        this.hearing = hearing;
        this.recent = new Recent<>(room);
    }

    /** By type, each limit that is exceeded. */
    public Map<String, Wrong> exceeded(Standing standing, Projected projected, Instant now) {
        Known before = recent.get(standing.self());
        boolean woken = standing.moment() == Standing.Moment.WOKEN;
        Known known = before == null || woken || !before.contentHash.equals(projected.contentHash())
                ? look(standing, projected, before, now)
                : before;
        Map<String, Wrong> wrong = new TreeMap<>();
        Duration behind = Duration.ZERO;
        for (Overdue overdue : known.all) {
            if (overdue.isDue(now)) {
                Optional<Duration> unheard = hearing.behind(overdue, projected.status(), now);
                if (unheard.isPresent()) {
                    behind = unheard.get().compareTo(behind) > 0 ? unheard.get() : behind;
                } else {
                    String text = overdue.text() + " That was due at " + overdue.due() + ".";
                    wrong.merge(overdue.rule().type(), new Wrong(text, overdue.due()), Wrong::and);
                }
            }
        }
        if (!behind.isZero() && (woken || !known.equals(before))) {
            standing.place().wakeAt(now.plus(pause(behind)), Wake.LIMIT);
        }
        return wrong;
    }

    private static Duration pause(Duration behind) {
        if (behind.compareTo(SOONEST) < 0) {
            return SOONEST;
        }
        return behind.compareTo(LATEST) > 0 ? LATEST : behind;
    }

    private Known look(Standing standing, Projected projected, @Nullable Known before, Instant now) {
        List<Overdue> all = watch.of(projected, calendars::hours);
        Instant next = all.stream()
                .map(Overdue::due)
                .filter(due -> due.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
        if (next != null && (before == null || !next.equals(before.next))) {
            standing.place().wakeAt(next, Wake.LIMIT);
        }
        Known known = new Known(projected.contentHash(), all, next);
        recent.put(standing.self(), known, BYTES_AN_ORDER);
        return known;
    }

    @Override
    public void close() {
        recent.close();
    }
}
