package io.crossdock.operate;

import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.SwitchState;
import io.crossdock.correlate.DeadlineStore;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.TargetTally;
import io.crossdock.switches.SwitchStore;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every order looked at again of which a target that has gone live does not know what it should: a few at a time, so that neither
 * the records behind them nor the target is flooded (R181). Where it stands is kept, so that a restart goes on with it.
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
    private boolean walking = true;

    Walk(ProcessorContext<?, ?> context, List<String> targets, SwitchStore switches) {
        this.partition = context.taskId().partition();
        this.targets = targets;
        this.switches = switches;
        this.deadlines = new DeadlineStore(context.getStateStore(DeadlineStore.NAME));
        this.outbox = context.getStateStore(OutboxStore.NAME);
    }

    /** A target was switched. */
    void begin() {
        walking = true;
    }

    void step(long millis) {
        if (!walking) {
            return;
        }
        walking = false;
        for (String target : targets) {
            SwitchState state = switches.find(target);
            if (state != null && state.getWalk() != null) {
                String after = step(target, state.getWalk(), Instant.ofEpochMilli(millis));
                switches.put(
                        target, SwitchState.newBuilder(state).setWalk(after).build());
                walking |= after != null;
                if (after == null) {
                    LOG.info("{} is live: every order of partition {} has been looked at.", target, partition);
                }
            }
        }
    }

    /** Goes on after a key; null once there is nothing more. */
    private @Nullable String step(String target, String after, Instant now) {
        int woken = 0;
        int read = 0;
        String last = after;
        try (KeyValueIterator<String, OutboxEntry> entries = outbox.range(after, null)) {
            while (entries.hasNext() && woken < WOKEN_A_STEP && read < READ_A_STEP) {
                KeyValue<String, OutboxEntry> entry = entries.next();
                read++;
                boolean next = !entry.key.equals(after);
                if (next && OutboxStore.target(entry.key).equals(target) && TargetTally.isBehind(entry.value)) {
                    deadlines.put(now, Wake.TELL, Identifier.parse(OutboxStore.mailbox(entry.key)));
                    woken++;
                }
                last = entry.key;
            }
            return entries.hasNext() ? last : null;
        }
    }
}
