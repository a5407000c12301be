package io.crossdock.publish;

import io.crossdock.contract.OrderSync;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Kind;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Tells of targets that have not known something for too long (R177): one exception a target and partition, however many orders wait,
 * because what is wrong is the target.
 */
final class OverdueSyncs {

    private static final String SYNC_OVERDUE = "SYNC_OVERDUE";
    private static final String PENDING = "PENDING";
    private static final Duration RHYTHM = Duration.ofSeconds(10);
    private static final int NAMED = 3;

    private final ProcessorContext<String, Object> context;
    private final Supplier<List<TargetSpec>> all;
    private final Predicate<TargetSpec> paused;
    private final KeyValueStore<String, OrderSync> open;
    private final ExceptionLifeCycle exceptions;

    /** {@code all} gives every target as it is switched; {@code paused} says whether a target is not told on purpose: nothing is decided about it meanwhile. */
    OverdueSyncs(
            ProcessorContext<String, Object> context,
            Supplier<List<TargetSpec>> all,
            Predicate<TargetSpec> paused,
            ExceptionLifeCycle exceptions) {
        this.all = all;
        this.paused = paused;
        this.open = context.getStateStore(SyncStore.OPEN);
        this.exceptions = exceptions;
        this.context = context;
    }

    /** Looks again and again. */
    void begin() {
        context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    private void tell(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        List<TargetSpec> targets = all.get();
        Map<String, List<OrderSync>> overdue = overdue(targets, now);
        for (TargetSpec target : targets) {
            if (target.live() && paused.test(target)) {
                continue;
            }
            String key = target.name() + "|" + context.taskId().partition();
            List<OrderSync> waiting = overdue.getOrDefault(target.name(), List.of());
            Map<Kind, Wrong> wrong = waiting.isEmpty()
                    ? Map.of()
                    : Map.of(new Kind(SYNC_OVERDUE, target.name()), wrong(target, waiting));
            exceptions.updateTargets(
                    Subject.ofPart(key, target.name()), wrong, Set.of(), now, new Record<>(key, (Object) key, millis));
        }
    }

    private Map<String, List<OrderSync>> overdue(List<TargetSpec> targets, Instant now) {
        Map<String, Instant> since = new HashMap<>();
        for (TargetSpec target : targets) {
            Instant latest = now.minus(target.manner().overdue());
            // What it did not know when it went live waits since then.
            if (target.live() && target.mode().since().isBefore(latest)) {
                since.put(target.name(), latest);
            }
        }
        Map<String, List<OrderSync>> overdue = new HashMap<>();
        SyncStore.live(open, sync -> {
            Instant latest = since.get(sync.getTarget());
            boolean waits = latest != null && sync.getOutcome().equals(PENDING);
            if (waits && sync.getProjectedAt().isBefore(latest)) {
                overdue.computeIfAbsent(sync.getTarget(), target -> new ArrayList<>())
                        .add(sync);
            }
        });
        return overdue;
    }

    private static Wrong wrong(TargetSpec target, List<OrderSync> waiting) {
        waiting.sort(Comparator.comparing(OrderSync::getProjectedAt));
        Duration limit = target.manner().overdue();
        long orders = waiting.stream().map(OrderSync::getOrderId).distinct().count();
        List<String> first = waiting.stream()
                .limit(NAMED)
                .map(sync -> sync.getOrderId() + " " + sync.getMilestone())
                .toList();
        return new Wrong(
                target.name() + " does not know " + waiting.size() + " milestones of " + orders
                        + " orders that were to be told more than " + limit.toSeconds() + " s ago, first of all "
                        + String.join(", ", first) + ". Is its sink running (/ready, connectors[]), does the target"
                        + " answer, is its quota used up?",
                waiting.getFirst().getProjectedAt().plus(limit));
    }
}
