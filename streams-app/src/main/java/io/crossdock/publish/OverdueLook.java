package io.crossdock.publish;

import io.crossdock.contract.OrderSync;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** One look through all that is open, some at a time, by one measure from its begin to its end. */
final class OverdueLook {

    private static final String PENDING = "PENDING";

    private final ReadOnlyKeyValueStore<String, OrderSync> open;
    private final Map<String, Instant> latest;
    private final Map<String, Overdue> found = new HashMap<>();
    private @Nullable String reached;

    /** {@code latest} says, by target, what is older than this is overdue; others are not looked for. */
    OverdueLook(ReadOnlyKeyValueStore<String, OrderSync> open, Map<String, Instant> latest) {
        this.open = open;
        this.latest = Map.copyOf(latest);
    }

    /** Reads so many more; true if nothing was left. Not to be asked again after that. */
    boolean isOverAfter(int most) {
        reached = SyncStore.live(open, reached, most, this::see);
        return reached == null;
    }

    /** By target, those with something overdue. */
    Map<String, Overdue> found() {
        return found;
    }

    private void see(OrderSync sync) {
        Instant told = latest.get(sync.getTarget());
        boolean waits = told != null && sync.getOutcome().equals(PENDING);
        if (waits && sync.getProjectedAt().isBefore(told)) {
            found.computeIfAbsent(sync.getTarget(), target -> new Overdue()).add(sync);
        }
    }
}
