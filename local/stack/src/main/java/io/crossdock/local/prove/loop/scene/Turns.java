package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.Shown;
import io.crossdock.local.prove.loop.scene.CrmOrders.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whose turn it was at the CRM while more waited than may call: strategic customers first, the others never left out. */
final class Turns {

    /** Of the normal orders, so many percent may be confirmed before the last strategic one of those that waited. */
    static final int MOST_BEFORE = 20;

    private static final int SHOWN = 3;
    /** What the sink promises: of four calls at least one is normal while both wait. */
    private static final int SHARE = 4;
    /** A look may come before each write, and so many looks at once before the first write. */
    private static final int LOOKS_AT_ONCE = 8;

    private final Set<String> strategic;
    private final Set<String> normal;
    private final Set<String> later;
    private final Instant began;
    private final Map<String, Instant> confirmed = new HashMap<>();

    /**
     * What happened.
     *
     * @param strategic orders of strategic customers that waited from the begin
     * @param normal the other orders that waited
     * @param later orders of strategic customers that came while it worked
     * @param began when the sink began to work
     * @param calls the calls about orders, as the CRM logged them
     */
    Turns(Set<String> strategic, Set<String> normal, Set<String> later, Instant began, Collection<Call> calls) {
        this.strategic = strategic;
        this.normal = normal;
        this.later = later;
        this.began = began;
        calls.stream().filter(Call::told).forEach(call -> confirmed.putIfAbsent(call.salesOrder(), call.at()));
    }

    /** The longest that no normal order was confirmed while one waited may take, with so many calls a minute. */
    static Duration longest(int callsPerMinute) {
        return Duration.ofMinutes(1)
                .multipliedBy((long) SHARE * (LOOKS_AT_ONCE + 1))
                .dividedBy(callsPerMinute);
    }

    /** The judgement. */
    List<Check> checks(int callsPerMinute) {
        return List.of(noneLost(), strategicFirst(), competition(), noneStarved(longest(callsPerMinute)));
    }

    /** How many of those that waited from the begin are confirmed. */
    long confirmed() {
        return confirmed(strategic) + confirmed(normal);
    }

    /** How many that came later are. */
    long confirmedLater() {
        return confirmed(later);
    }

    private Check noneLost() {
        Set<String> lost = new TreeSet<>(strategic);
        lost.addAll(normal);
        lost.addAll(later);
        int all = lost.size();
        lost.removeAll(confirmed.keySet());
        return new Check(
                "no order was lost",
                lost.isEmpty() && all > 0,
                all + " orders, " + lost.size() + " never confirmed" + Shown.of(lost, SHOWN));
    }

    private Check strategicFirst() {
        Optional<Instant> last = last(strategic);
        long before = last.map(this::normalBefore).orElse(0L);
        boolean all = confirmed(strategic) == strategic.size();
        return new Check(
                "strategic orders were confirmed first",
                all && !strategic.isEmpty() && before * 100 <= (long) MOST_BEFORE * normal.size(),
                "the last of " + strategic.size() + " after "
                        + last.map(this::seconds).orElse("never") + ", " + before + " of " + normal.size()
                        + " normal ones before it, at most " + MOST_BEFORE + " %");
    }

    private Check competition() {
        long meanwhile = last(normal).map(last -> before(later, last)).orElse(0L);
        return new Check(
                "strategic orders kept coming while normal ones waited",
                meanwhile > 0,
                meanwhile + " of " + later.size() + " were confirmed before the last normal one");
    }

    private Check noneStarved(Duration most) {
        List<Instant> times = normal.stream()
                .filter(confirmed::containsKey)
                .map(order -> confirmed.get(order))
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        Instant before = began;
        for (Instant each : times) {
            Duration gap = Duration.between(before, each);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            before = each;
        }
        return new Check(
                "no normal order was starved",
                !times.isEmpty() && longest.compareTo(most) <= 0,
                "longest time without one confirmed " + tenths(longest) + ", at most " + tenths(most)
                        + ", the last after " + last(normal).map(this::seconds).orElse("never"));
    }

    private long normalBefore(Instant moment) {
        return before(normal, moment);
    }

    private long before(Set<String> orders, Instant moment) {
        return orders.stream()
                .filter(order -> confirmed.getOrDefault(order, Instant.MAX).isBefore(moment))
                .count();
    }

    private long confirmed(Set<String> orders) {
        return orders.stream().filter(confirmed::containsKey).count();
    }

    private Optional<Instant> last(Set<String> orders) {
        return orders.stream()
                .filter(confirmed::containsKey)
                .map(order -> confirmed.getOrDefault(order, Instant.MIN))
                .max(Instant::compareTo);
    }

    private String seconds(Instant moment) {
        return tenths(Duration.between(began, moment));
    }

    private static String tenths(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
