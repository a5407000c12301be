package io.crossdock.publish;

import io.crossdock.contract.OrderSync;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Kind;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/**
 * Tells of targets that have not known something for too long (R177): one exception a target and partition, however many orders wait,
 * because what is wrong is the target.
 */
final class OverdueSyncs {

    private static final String SYNC_OVERDUE = "SYNC_OVERDUE";
    private static final Duration RHYTHM = Duration.ofSeconds(1);

    /** A look through all that is open begins so long after the one before at the earliest. */
    private static final Duration ROUND = Duration.ofSeconds(10);

    /**
     * So many are read in one go: some milliseconds. While a target is away millions may be open, and orders must not wait until all of
     * them are read.
     */
    private static final int AT_ONCE = 2_000;

    private final ProcessorContext<String, Object> context;
    private final Supplier<List<TargetSpec>> all;
    private final Predicate<TargetSpec> paused;
    private final KeyValueStore<String, OrderSync> open;
    private final ExceptionLifeCycle exceptions;
    private @Nullable OverdueLook look;
    private long next;

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
        context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    private void look(long millis) {
        if (look == null && millis < next) {
            return;
        }
        Instant now = Instant.ofEpochMilli(millis);
        List<TargetSpec> targets = all.get();
        if (look == null) {
            next = millis + ROUND.toMillis();
            look = new OverdueLook(open, latest(targets, now));
        }
        if (look.isOverAfter(AT_ONCE)) {
            tell(targets, look.found(), now);
            look = null;
        }
    }

    /** By target: what is older than this is overdue. */
    private static Map<String, Instant> latest(List<TargetSpec> targets, Instant now) {
        Map<String, Instant> latest = new HashMap<>();
        for (TargetSpec target : targets) {
            Instant told = now.minus(target.manner().overdue());
            // What it did not know when it went live waits since then.
            if (target.live() && target.mode().since().isBefore(told)) {
                latest.put(target.name(), told);
            }
        }
        return latest;
    }

    private void tell(List<TargetSpec> targets, Map<String, Overdue> found, Instant now) {
        for (TargetSpec target : targets) {
            if (target.live() && paused.test(target)) {
                continue;
            }
            String key = target.name() + "|" + context.taskId().partition();
            Overdue waiting = found.get(target.name());
            Map<Kind, Wrong> wrong = waiting == null
                    ? Map.of()
                    : Map.of(
                            new Kind(SYNC_OVERDUE, target.name()),
                            waiting.wrong(target.name(), target.manner().overdue()));
            exceptions.updateTargets(
                    Subject.ofPart(key, target.name()),
                    wrong,
                    Set.of(),
                    now,
                    new Record<>(key, (Object) key, now.toEpochMilli()));
        }
    }
}
