package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.broker.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The application itself says that no target is behind: every milestone is known there, or changes nothing for it. */
public final class Unsynced {

    private static final String METRIC = "crossdock_order_state_unsynced";
    private static final List<String> TOLD = List.of("crm", "erp");

    private Unsynced() {}

    /** Waits until there is nothing, for as long as patience lasts, and judges what is left. */
    public static Check await(Duration patience) {
        Patience.until(patience, () -> of(Metrics.scrape()).isEmpty());
        return check(of(Metrics.scrape()));
    }

    /** Milestones that a target should know and does not, by milestone and target; those with none left out. */
    static Map<String, Long> of(Metrics metrics) {
        Map<String, Long> open = new TreeMap<>();
        for (String target : TOLD) {
            metrics.sums(METRIC, Map.of("target", target), "state")
                    .forEach((state, count) -> open.put(state + " at " + target, count));
        }
        open.values().removeIf(count -> count == 0);
        return open;
    }

    /** Judges what is open. */
    static Check check(Map<String, Long> open) {
        return new Check("nothing is unsynced", open.isEmpty(), open.isEmpty() ? "nothing open" : open.toString());
    }
}
