package io.crossdock.order.watch;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Projected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which limits an order is running against. A function of its facts alone: time decides only which of them are due (R142, R170). What
 * came by snapshot or replay is counted from when it landed: nobody is late because a system was connected (R172).
 */
public final class Watch {

    private static final String ORDER = "order";
    private static final String LINE = "line:";

    private final List<WatchRule> rules;

    /** Looks for these. */
    public Watch(List<WatchRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * All that is waited for, due or not, in the order of the rules; nothing of an order that is over.
     *
     * @param hours the working time of a location; of null, where nobody knows the place, that of the deployment
     */
    public List<Overdue> of(Projected projected, Function<@Nullable String, WorkingTime> hours) {
        OrderStatus status = projected.status();
        if (projected.done() || status.status() == FulfilmentStatus.CANCELLED) {
            return List.of();
        }
        Map<String, Map<Milestone, MilestoneStamp>> reached = new HashMap<>();
        // No limit is set for a line, and an order may have hundreds of them.
        projected.milestones().stream()
                .filter(stamp -> !stamp.subject().startsWith(LINE))
                .forEach(stamp -> reached.computeIfAbsent(stamp.subject(), any -> new HashMap<>())
                        .put(stamp.milestone(), stamp));
        List<Overdue> all = new ArrayList<>();
        for (WatchRule rule : rules) {
            switch (rule) {
                case WatchRule.Stuck stuck -> stuck(stuck, projected, hours, all);
                case WatchRule.Missing missing -> missing(missing, status, reached, hours, all);
                case WatchRule.Late late -> late(late, status, reached, hours, all);
            }
        }
        return all;
    }

    private static void stuck(
            WatchRule.Stuck rule,
            Projected projected,
            Function<@Nullable String, WorkingTime> hours,
            List<Overdue> all) {
        OrderStatus status = projected.status();
        Instant last = projected.milestones().stream()
                .map(Watch::begin)
                .max(Instant::compareTo)
                .orElse(null);
        if (last != null && status.status() == rule.status()) {
            String text = "The order is " + rule.status() + " and nothing has happened.";
            all.add(counted(rule, ORDER, last, places(status, ORDER), hours, text));
        }
    }

    private static void missing(
            WatchRule.Missing rule,
            OrderStatus status,
            Map<String, Map<Milestone, MilestoneStamp>> reached,
            Function<@Nullable String, WorkingTime> hours,
            List<Overdue> all) {
        Set<String> over = over(status);
        reached.forEach((subject, stamps) -> {
            MilestoneStamp after = stamps.get(rule.after());
            if (isOf(rule, subject)
                    && after != null
                    && !stamps.containsKey(rule.milestone())
                    && !over.contains(subject)) {
                String text = subject + " is " + rule.after().text() + " and not "
                        + rule.milestone().text() + ".";
                all.add(counted(rule, subject, begin(after), places(status, subject), hours, text));
            }
        });
    }

    private static boolean isOf(WatchRule.Missing rule, String subject) {
        boolean ofOrders = rule.of().equals(ORDER);
        if (ofOrders || subject.equals(ORDER)) {
            return ofOrders && subject.equals(ORDER);
        }
        return Identifier.parse(subject).type().equals(rule.of());
    }

    private static void late(
            WatchRule.Late rule,
            OrderStatus status,
            Map<String, Map<Milestone, MilestoneStamp>> reached,
            Function<@Nullable String, WorkingTime> hours,
            List<Overdue> all) {
        LocalDate date = date(status.terms().requestedDate());
        if (date == null || reached.getOrDefault(ORDER, Map.of()).containsKey(rule.milestone())) {
            return;
        }
        Instant due = Instant.MIN;
        for (String place : places(status, ORDER)) {
            due = later(due, due(rule, hours.apply(place), date));
        }
        // Of an order that came with a date long gone, as in a first load, nobody is told twice: it is due when it
        // comes.
        Instant captured = reached.getOrDefault(ORDER, Map.of()).values().stream()
                .map(Watch::begin)
                .min(Instant::compareTo)
                .orElse(due);
        String text = "The order is wanted on " + date + " and not "
                + rule.milestone().text() + ".";
        all.add(new Overdue(rule, ORDER, later(due, captured), later(due, captured), text));
    }

    /** Before the end of a day it is so long by every clock: working time runs forward only. */
    private static Instant due(WatchRule.Late rule, WorkingTime place, LocalDate date) {
        Instant end = place.endOf(date);
        return rule.limit().isNegative() || rule.counted() == WatchRule.Counted.ALWAYS
                ? end.plus(rule.limit())
                : place.after(end, rule.limit());
    }

    /** The latest of all places that have to do with it: an order is not late while one of them could still be in time. */
    private static Overdue counted(
            WatchRule rule,
            String subject,
            Instant since,
            Set<@Nullable String> places,
            Function<@Nullable String, WorkingTime> hours,
            String text) {
        Instant due = since;
        for (String place : places) {
            due = later(due, due(rule, hours.apply(place), since));
        }
        return new Overdue(rule, subject, since, due, text);
    }

    private static Instant due(WatchRule rule, WorkingTime place, Instant since) {
        return switch (rule.counted()) {
            case ALWAYS -> since.plus(rule.limit());
            case WORKING -> place.after(since, rule.limit());
            case CUT_OFF -> place.after(place.begun(since), rule.limit());
        };
    }

    /** When it could first be known to matter to anybody (R172). */
    private static Instant begin(MilestoneStamp stamp) {
        Instant occurred = stamp.reached().occurredAt().toInstant();
        return stamp.reached().live()
                ? occurred
                : later(occurred, stamp.reached().landedAt());
    }

    /** Where the units of a shipment, or of the order, come from; null where nobody says. */
    private static Set<@Nullable String> places(OrderStatus status, String subject) {
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

    /** Documents from which nothing more is expected. */
    private static Set<String> over(OrderStatus status) {
        Stream<Identifier> cancelled = status.shipments().stream()
                .filter(shipment -> shipment.state() == DocumentState.CANCELLED)
                .map(OrderStatus.Shipment::id);
        return Set.copyOf(cancelled.map(Identifier::toString).toList());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
