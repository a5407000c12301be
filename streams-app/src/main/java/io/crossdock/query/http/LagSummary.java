package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.OrderSync;
import io.crossdock.observe.RecentLag;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last confirmed milestones, as percentiles by state and hop and one by one: what the page at {@code /} draws. */
public final class LagSummary {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHOWN = 200;

    private final RecentLag recent;

    /** A summary of {@code recent}. */
    public LagSummary(RecentLag recent) {
        this.recent = recent;
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
        summary.set("recent", latest);
        return summary;
    }

    private static ObjectNode state(List<OrderSync> samples) {
        OrderSync first = samples.getFirst();
        ObjectNode state = JSON.objectNode();
        state.put("state", first.getMilestone())
                .put("target", first.getTarget())
                .put("count", samples.size());
        for (Hop hop : Hop.values()) {
            long[] millis = samples.stream().mapToLong(hop::millis).sorted().toArray();
            state.putObject(hop.text())
                    .put("p50Ms", percentile(millis, 0.50))
                    .put("p99Ms", percentile(millis, 0.99))
                    .put("maxMs", millis[millis.length - 1]);
        }
        return state;
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
            sample.put(hop.text() + "Ms", hop.millis(sync));
        }
        return sample;
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }

    /** A part of the way, between two stamps. */
    private enum Hop {
        SOURCE,
        CONNECT,
        APPLICATION,
        TARGET,
        TOTAL;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        long millis(OrderSync sync) {
            Instant occurred = OffsetDateTime.parse(sync.getOccurredAt()).toInstant();
            return switch (this) {
                case SOURCE -> between(occurred, sync.getRecordedAt());
                case CONNECT -> between(sync.getRecordedAt(), sync.getLandedAt());
                case APPLICATION -> between(sync.getLandedAt(), sync.getProjectedAt());
                case TARGET -> between(sync.getProjectedAt(), sync.getConfirmedAt());
                case TOTAL -> between(occurred, sync.getConfirmedAt());
            };
        }

        private static long between(Instant from, Instant to) {
            return Duration.between(from, to).toMillis();
        }
    }
}
