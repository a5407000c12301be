package io.crossdock.order.watch;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Position;
import io.crossdock.order.status.Projected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order under the eyes of the rules: what it has reached, where its units come from, which of its documents are over. */
final class WatchedOrder {

    static final String ORDER = "order";
    private static final String LINE = "line:";
    private static final int NAMED = 5;

    private final Projected projected;
    private final OrderStatus status;
    private final Function<@Nullable String, WorkingTime> hours;
    private final Map<String, Map<Milestone, MilestoneStamp>> reached = new HashMap<>();
    private final Set<String> over;

    WatchedOrder(Projected projected, Function<@Nullable String, WorkingTime> hours) {
        this.projected = projected;
        this.status = projected.status();
        this.hours = hours;
        // No limit is set for a line, and an order may have hundreds of them.
        projected.milestones().stream()
                .filter(stamp -> !stamp.subject().startsWith(LINE))
                .forEach(stamp -> reached.computeIfAbsent(stamp.subject(), any -> new HashMap<>())
                        .put(stamp.milestone(), stamp));
        this.over = status.shipments().stream()
                .filter(shipment -> shipment.state() == DocumentState.CANCELLED)
                .map(shipment -> shipment.id().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a rule waits for. */
    Stream<Overdue> against(WatchRule rule) {
        return switch (rule) {
            case WatchRule.Stuck stuck -> stuck(stuck);
            case WatchRule.Missing missing -> missing(missing);
            case WatchRule.Late late -> late(late);
            case WatchRule.Units units -> units(units);
        };
    }

    private Stream<Overdue> stuck(WatchRule.Stuck rule) {
        if (status.status() != rule.status()) {
            return Stream.empty();
        }
        String text = "The order is " + rule.status() + " and nothing has happened.";
        return projected.milestones().stream()
                .map(WatchedOrder::begin)
                .max(Instant::compareTo)
                .map(last -> counted(rule, ORDER, last, text))
                .stream();
    }

    private Stream<Overdue> missing(WatchRule.Missing rule) {
        return reached.entrySet().stream()
                .filter(each -> isOf(rule, each.getKey())
                        && each.getValue().containsKey(rule.after())
                        && !each.getValue().containsKey(rule.milestone())
                        && !over.contains(each.getKey()))
                .map(each -> {
                    String text = each.getKey() + " is " + rule.after().text() + " and not "
                            + rule.milestone().text() + ".";
                    MilestoneStamp after =
                            Objects.requireNonNull(each.getValue().get(rule.after()));
                    return counted(rule, each.getKey(), begin(after), text);
                });
    }

    private Stream<Overdue> units(WatchRule.Units rule) {
        List<OrderStatus.Line> there = status.lines().stream()
                .filter(line -> line.positions().containsKey(rule.position()))
                .toList();
        if (there.isEmpty()) {
            return Stream.empty();
        }
        Set<String> subjects = there.stream().map(line -> LINE + line.line()).collect(Collectors.toUnmodifiableSet());
        Instant since = projected.milestones().stream()
                .filter(stamp -> subjects.contains(stamp.subject()) && tells(stamp, rule.position()))
                .map(WatchedOrder::begin)
                .min(Instant::compareTo)
                .or(() ->
                        projected.milestones().stream().map(WatchedOrder::begin).max(Instant::compareTo))
                .orElse(Instant.EPOCH);
        return Stream.of(counted(rule, ORDER, since, text(rule.position(), there)));
    }

    /** Of what has no milestone it is only known that it was not so before the last thing that happened. */
    private static boolean tells(MilestoneStamp stamp, Position position) {
        return position == Position.BACKORDERED && stamp.milestone() == Milestone.BACKORDERED;
    }

    private static String text(Position position, List<OrderStatus.Line> there) {
        String named = there.stream()
                .limit(NAMED)
                .map(line -> line.line() + " ("
                        + Objects.requireNonNull(line.positions().get(position)).toPlainString()
                        + (line.unit() == null ? "" : " " + line.unit()) + " of " + line.sku() + ")")
                .collect(Collectors.joining(", "));
        return "Units are " + position.text() + " on " + (there.size() == 1 ? "line " : "lines ") + named
                + (there.size() > NAMED ? " and " + (there.size() - NAMED) + " more" : "") + ".";
    }

    private static boolean isOf(WatchRule.Missing rule, String subject) {
        boolean ofOrders = rule.of().equals(ORDER);
        if (ofOrders || subject.equals(ORDER)) {
            return ofOrders && subject.equals(ORDER);
        }
        return Identifier.parse(subject).type().equals(rule.of());
    }

    private Stream<Overdue> late(WatchRule.Late rule) {
        LocalDate date = status.terms().requested();
        Map<Milestone, MilestoneStamp> ofOrder = reached.getOrDefault(ORDER, Map.of());
        if (date == null || ofOrder.containsKey(rule.milestone())) {
            return Stream.empty();
        }
        Instant due = latest(ORDER, place -> due(rule, place, date));
        // Whose date was long gone when it came, as in a first load, is due when it comes.
        Instant captured = ofOrder.values().stream()
                .map(WatchedOrder::begin)
                .min(Instant::compareTo)
                .orElse(due);
        Instant fair = WorkingHours.later(due, captured);
        String text = "The order is wanted on " + date + " and not "
                + rule.milestone().text() + ".";
        return Stream.of(new Overdue(rule, ORDER, fair, fair, text));
    }

    /** Before the end of a day it is so long by every clock: working time runs forward only. */
    private static Instant due(WatchRule.Late rule, WorkingTime place, LocalDate date) {
        Instant end = place.endOf(date);
        return rule.limit().isNegative() || rule.counted() == WatchRule.Counted.ALWAYS
                ? end.plus(rule.limit())
                : place.after(end, rule.limit());
    }

    private Overdue counted(WatchRule rule, String subject, Instant since, String text) {
        return new Overdue(rule, subject, since, latest(subject, place -> due(rule, place, since)), text);
    }

    private static Instant due(WatchRule rule, WorkingTime place, Instant since) {
        return switch (rule.counted()) {
            case ALWAYS -> since.plus(rule.limit());
            case WORKING -> place.after(since, rule.limit());
            case CUT_OFF -> place.after(place.begun(since), rule.limit());
        };
    }

    /** The latest of all places that have to do with it: an order is not late while one of them could still be in time. */
    private Instant latest(String subject, Function<WorkingTime, Instant> due) {
        Instant latest = Instant.MIN;
        for (String place : places(subject)) {
            latest = WorkingHours.later(latest, due.apply(hours.apply(place)));
        }
        return latest;
    }

    /** Where the units of a shipment, or of the order, come from; null where nobody says. */
    private Set<@Nullable String> places(String subject) {
        Set<@Nullable String> places = new HashSet<>();
        status.lines().stream()
                .filter(line -> subject.equals(ORDER)
                        || line.places().portions().keySet().stream()
                                .anyMatch(shipment -> shipment.toString().equals(subject)))
                .map(line -> line.places().location())
                .filter(Objects::nonNull)
                .forEach(places::add);
        if (places.isEmpty()) {
            places.add(null);
        }
        return places;
    }

    /** When it could first be known to matter to anybody (R172). */
    private static Instant begin(MilestoneStamp stamp) {
        Instant occurred = stamp.reached().occurredAt().toInstant();
        return stamp.reached().live()
                ? occurred
                : WorkingHours.later(occurred, stamp.reached().landedAt());
    }
}
