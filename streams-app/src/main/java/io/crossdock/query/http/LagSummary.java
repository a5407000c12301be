package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.OrderSync;
import io.crossdock.observe.Hop;
import io.crossdock.observe.RecentLag;
import io.crossdock.observe.Stamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The last confirmed milestones, as percentiles by state and hop and one by one, and those that a target does not know yet: what the
 * page at {@code /} draws.
 */
public final class LagSummary {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHOWN = 200;
    private static final int SLOWEST = 3;

    private final RecentLag recent;
    private final Supplier<Iterable<OrderSync>> unsynced;
    private final Clock clock;

    /** A summary of {@code recent} and of {@code unsynced}, whose age is told by {@code clock}. */
    public LagSummary(RecentLag recent, Supplier<Iterable<OrderSync>> unsynced, Clock clock) {
        this.recent = recent;
        this.unsynced = unsynced;
        this.clock = clock;
    }

    ObjectNode json() {
        List<OrderSync> samples = recent.samples();
        Map<String, List<OrderSync>> byState = new TreeMap<>();
        for (OrderSync sample : samples) {
            byState.computeIfAbsent(sample.getMilestone() + "|" + sample.getTarget(), state -> new ArrayList<>())
                    .add(sample);
        }
        ArrayNode states = JSON.arrayNode();
        byState.forEach((state, ofState) -> states.add(state(ofState)));
        ArrayNode latest = JSON.arrayNode();
        for (OrderSync sample : samples.subList(Math.max(0, samples.size() - SHOWN), samples.size())) {
            latest.add(sample(sample));
        }
        ObjectNode summary = JSON.objectNode();
        summary.set("states", states);
        summary.set("open", open());
        summary.set("recent", latest);
        return summary;
    }

    private static ObjectNode state(List<OrderSync> samples) {
        OrderSync first = samples.getFirst();
        ObjectNode state = JSON.objectNode();
        state.put("state", first.getMilestone())
                .put("target", first.getTarget())
                .put("count", samples.size());
        ArrayNode slowest = state.putArray("slowest");
        samples.stream()
                .sorted(Comparator.comparing(Hop.TOTAL::of).reversed())
                .limit(SLOWEST)
                .forEach(sync -> slowest.add(sample(sync)));
        ObjectNode hops = state.putObject("hops");
        for (Hop hop : Hop.values()) {
            long[] millis = samples.stream()
                    .mapToLong(sync -> hop.of(sync).toMillis())
                    .sorted()
                    .toArray();
            hops.putObject(hop.text())
                    .put("p50Ms", percentile(millis, 0.50))
                    .put("p99Ms", percentile(millis, 0.99))
                    .put("maxMs", millis[millis.length - 1]);
        }
        return state;
    }

    /** By state and target: how many milestones the target does not know yet, and for how long the oldest has been true. */
    private ArrayNode open() {
        Instant now = clock.instant();
        Map<String, ObjectNode> byState = new TreeMap<>();
        for (OrderSync sync : unsynced.get()) {
            if (sync.getLive()) {
                ObjectNode state =
                        byState.computeIfAbsent(sync.getMilestone() + "|" + sync.getTarget(), key -> JSON.objectNode());
                long age = Duration.between(Stamps.occurred(sync), now).toMillis();
                state.put("state", sync.getMilestone())
                        .put("target", sync.getTarget())
                        .put("count", state.path("count").asLong() + 1)
                        .put("oldestMs", Math.max(state.path("oldestMs").asLong(), age));
            }
        }
        return JSON.arrayNode().addAll(byState.values());
    }

    private static ObjectNode sample(OrderSync sync) {
        ObjectNode sample = JSON.objectNode();
        sample.put("orderId", sync.getOrderId())
                .put("subject", sync.getSubject())
                .put("state", sync.getMilestone())
                .put("source", sync.getSource())
                .put("target", sync.getTarget())
                .put("confirmedAt", sync.getConfirmedAt().toString());
        for (Hop hop : Hop.values()) {
            sample.put(hop.text() + "Ms", hop.of(sync).toMillis());
        }
        return sample;
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
