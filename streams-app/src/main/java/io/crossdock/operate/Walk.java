package io.crossdock.operate;

import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.SwitchState;
import io.crossdock.correlate.DeadlineStore;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.TargetTally;
import io.crossdock.switches.SwitchStore;
import io.crossdock.track.OrderStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has orders looked at again, a few at a time, so that neither the records behind them nor a target is flooded: those of which a target
 * that has gone live does not know what it should (R181), and all of them once a rebuild is done (R183). Where it stands is kept, so that
 * a restart goes on with it. It has ended once the last one it woke has been looked at, and what that one said is committed.
 */
final class Walk {

    static final long RHYTHM_MS = 250;

    /** Keys begin with the name of a connection: this is before them all. */
    static final String BEGIN = "";

    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);

    /** Reading so many entries takes some milliseconds. */
    private static final int READ_A_STEP = 2_000;

    /** As many in a second as deadlines are taken in one. */
    private static final int WOKEN_A_STEP = 50;

    private final int partition;
    private final List<String> targets;
    private final SwitchStore switches;
    private final DeadlineStore deadlines;
    private final KeyValueStore<String, OutboxEntry> outbox;
    private final KeyValueStore<String, OrderEntry> orders;
    private boolean walking = true;

    /** When an order was woken last; the first step after a start takes what was woken before it for woken then. */
    private @Nullable Instant wokenAt;

    /** For so many steps all that was woken has been looked at: what was said in the one before is committed, as commits come oftener. */
    private int quietSteps;

    Walk(ProcessorContext<?, ?> context, List<String> targets, SwitchStore switches) {
        this.partition = context.taskId().partition();
        this.targets = targets;
        this.switches = switches;
        this.deadlines = new DeadlineStore(context.getStateStore(DeadlineStore.NAME));
        this.outbox = context.getStateStore(OutboxStore.NAME);
        this.orders = context.getStateStore(OrderStore.NAME);
    }

    /** Something was switched. */
    void begin() {
        walking = true;
    }

    void step(long millis) {
        if (!walking) {
            return;
        }
        Instant now = Instant.ofEpochMilli(millis);
        settle(now);
        walking = step(
                SwitchStore.REBUILD,
                after -> step(
                        orders, after, now, Wake.RETELL, entry -> entry.value.getStatus() == null ? null : entry.key));
        for (String target : targets) {
            walking |= step(target, after -> step(outbox, after, now, Wake.TELL, entry -> behind(target, entry)));
        }
    }

    private void settle(Instant now) {
        if (wokenAt == null) {
            wokenAt = now;
        }
        quietSteps = deadlines.isDue(wokenAt) ? 0 : quietSteps + 1;
    }

    private boolean step(String name, Function<String, Reached> stepAfter) {
        SwitchState state = switches.find(name);
        if (state == null || state.getWalk() == null) {
            return false;
        }
        Reached reached = stepAfter.apply(state.getWalk());
        boolean ended = reached.isEnd() && quietSteps > 1;
        if (ended || !reached.last().equals(state.getWalk())) {
            switches.put(
                    name,
                    SwitchState.newBuilder(state)
                            .setWalk(ended ? null : reached.last())
                            .build());
        }
        if (ended) {
            LOG.info("{}: every order of partition {} has been looked at again.", name, partition);
        }
        return !ended;
    }

    private static @Nullable String behind(String target, KeyValue<String, OutboxEntry> entry) {
        boolean isBehind = OutboxStore.target(entry.key).equals(target) && TargetTally.isBehind(entry.value);
        return isBehind ? OutboxStore.mailbox(entry.key) : null;
    }

    /** How far a step came, and whether nothing is left to wake. */
    private record Reached(String last, boolean isEnd) {}

    /** Goes on after a key; {@code mailbox} picks who is woken. */
    private <V> Reached step(
            KeyValueStore<String, V> store,
            String after,
            Instant now,
            Wake why,
            Function<KeyValue<String, V>, @Nullable String> mailbox) {
        int woken = 0;
        int read = 0;
        String last = after;
        try (KeyValueIterator<String, V> entries = store.range(after, null)) {
            while (entries.hasNext() && woken < WOKEN_A_STEP && read < READ_A_STEP) {
                KeyValue<String, V> entry = entries.next();
                read++;
                String picked = entry.key.equals(after) ? null : mailbox.apply(entry);
                if (picked != null) {
                    deadlines.put(now, why, Identifier.parse(picked));
                    woken++;
                }
                last = entry.key;
            }
            if (woken > 0) {
                wokenAt = now;
                quietSteps = 0;
            }
            return new Reached(last, !entries.hasNext());
        }
    }
}
