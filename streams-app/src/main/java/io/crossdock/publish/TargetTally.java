package io.crossdock.publish;

import io.crossdock.contract.OutboxEntry;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one target is to be told, compared with what it is known to hold by its answers and its own feed: in observe, what would be sent
 * if it went live now.
 */
public final class TargetTally {

    private static final int NAMED = 5;

    private final Map<String, Long> states = new TreeMap<>();
    private final Map<String, Long> effects = new TreeMap<>();
    private final List<String> different = new ArrayList<>();
    private @Nullable Instant waitingSince;

    private TargetTally() {}

    /** Tallies by target of one view of the store {@code outbox}. */
    public static Map<String, TargetTally> of(ReadOnlyKeyValueStore<String, OutboxEntry> store) {
        Map<String, TargetTally> tallies = new TreeMap<>();
        try (KeyValueIterator<String, OutboxEntry> entries = store.all()) {
            entries.forEachRemaining(
                    entry -> tallies.computeIfAbsent(OutboxStore.target(entry.key), target -> new TargetTally())
                            .add(OutboxStore.mailbox(entry.key), OutboxCodec.fromAvro(entry.value)));
        }
        return tallies;
    }

    /** True if a target is to be told or asked something as soon as it may be. */
    public static boolean isBehind(OutboxEntry kept) {
        TargetEntry entry = OutboxCodec.fromAvro(kept);
        OutboxState state = entry.state();
        boolean told = state.desired() == null || (state.settled() && state.drift() == null);
        return !told || !entry.waiting().isEmpty();
    }

    private void add(String mailbox, TargetEntry entry) {
        String standing = standing(entry.state());
        states.merge(standing, 1L, Long::sum);
        if (standing.equals("different") && different.size() < NAMED) {
            different.add(mailbox);
        }
        for (Waiting waiting : entry.waiting().values()) {
            boolean first = waitingSince == null || waiting.since().isBefore(waitingSince);
            waitingSince = first ? waiting.since() : waitingSince;
        }
        entry.waiting().keySet().forEach(key -> effects.merge(key.substring(0, key.indexOf('|')), 1L, Long::sum));
    }

    /** {@code same}, {@code different}, {@code unknown}, {@code inFlight}, {@code refused}, or {@code nothing} to tell. */
    private static String standing(OutboxState state) {
        if (state.desired() == null) {
            return "nothing";
        }
        if (state.inFlight() != null) {
            return "inFlight";
        }
        if (state.parked() != null) {
            return "refused";
        }
        if (state.settled()) {
            return state.drift() == null ? "same" : "different";
        }
        return state.known() == null || !state.known().contentIsKnown() ? "unknown" : "different";
    }

    /** Orders by how they stand there. */
    public Map<String, Long> states() {
        return Map.copyOf(states);
    }

    /** Effects that wait, by name. */
    public Map<String, Long> effects() {
        return Map.copyOf(effects);
    }

    /** When the oldest of them was first wanted; null if none waits. */
    public @Nullable Instant waitingSince() {
        return waitingSince;
    }

    /** Mailboxes of the first few orders of which it shows something else. */
    public List<String> different() {
        return List.copyOf(different);
    }
}
