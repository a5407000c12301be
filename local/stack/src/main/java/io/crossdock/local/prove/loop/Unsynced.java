package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.broker.Metrics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The application itself says that no target is behind: of the milestones that a target is told, all are known there. */
public final class Unsynced {

    private static final String METRIC = "crossdock_order_state_unsynced";
    /** The ERP is told what has left, and nothing else. */
    private static final Set<String> TOLD_TO_ERP = Set.of("shipped", "fully-shipped");

    private Unsynced() {}

    /** Milestones that a target should know and does not, by milestone and target; those with none left out. */
    public static Map<String, Long> of(Metrics metrics) {
        Map<String, Long> open = new TreeMap<>();
        metrics.sums(METRIC, Map.of("target", "crm"), "state")
                .forEach((state, count) -> open.put(state + " at crm", count));
        metrics.sums(METRIC, Map.of("target", "erp"), "state").forEach((state, count) -> {
            if (TOLD_TO_ERP.contains(state)) {
                open.put(state + " at erp", count);
            }
        });
        open.values().removeIf(count -> count == 0);
        return open;
    }

    /** Judges what is open. */
    public static Check check(Map<String, Long> open) {
        return new Check("nothing is unsynced", open.isEmpty(), open.isEmpty() ? "nothing open" : open.toString());
    }
}
