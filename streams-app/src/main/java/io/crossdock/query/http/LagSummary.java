package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.observe.Hop;
import io.crossdock.observe.OpenLag;
import io.crossdock.observe.RecentLag;
import io.crossdock.query.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The last confirmed milestones of all instances, as percentiles by state and hop and one by one, and those that a target does not know
 * yet: what the page at {@code /} draws. Percentiles of instances cannot be added up, so they tell each other their samples.
 */
public final class LagSummary {

    /** Where an instance tells the others its samples. */
    static final String SAMPLES = "/internal/lag";

    /** Where it tells what targets do not know yet. */
    static final String OPEN = "/internal/lag/open";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHOWN = 200;
    private static final int SLOWEST = 3;

    private final RecentLag recent;
    private final Supplier<List<OpenLag>> unsynced;
    private final Function<String, List<ObjectNode>> others;
    private final Clock clock;

    /**
     * A summary of {@code recent} and of {@code unsynced}, live ones only, whose age is told by {@code clock}.
     *
     * @param others what all other instances answer to a path
     */
    public LagSummary(
            RecentLag recent,
            Supplier<List<OpenLag>> unsynced,
            Function<String, List<ObjectNode>> others,
            Clock clock) {
        this.recent = recent;
        this.unsynced = unsynced;
        this.others = others;
        this.clock = clock;
    }

    ObjectNode json() {
        List<LagSample> samples = samples();
        Map<String, List<LagSample>> byState = new TreeMap<>();
        for (LagSample sample : samples) {
            byState.computeIfAbsent(sample.state() + "|" + sample.target(), state -> new ArrayList<>())
                    .add(sample);
        }
        ArrayNode states = JSON.arrayNode();
        byState.values().forEach(ofState -> states.add(state(ofState)));
        ArrayNode latest = JSON.arrayNode();
        samples.subList(Math.max(0, samples.size() - SHOWN), samples.size())
                .forEach(sample -> latest.add(sample.json()));
        ObjectNode summary = JSON.objectNode();
        summary.set("states", states);
        summary.set("open", open());
        summary.set("recent", latest);
        return summary;
    }

    /** For the other instances: the samples of this one. */
    Page samplesHere() {
        return new Page(
                recent.samples().stream()
                        .map(LagSample::of)
                        .map(LagSample::json)
                        .toList(),
                null);
    }

    /** For the other instances: what is open here, by state and target. */
    Page openHere() {
        return new Page(List.copyOf(openOfThis().values()), null);
    }

    /** Of all instances, newest last. */
    private List<LagSample> samples() {
        List<LagSample> samples = new ArrayList<>();
        recent.samples().forEach(sync -> samples.add(LagSample.of(sync)));
        others.apply(SAMPLES).forEach(json -> samples.add(LagSample.of(json)));
        samples.sort(Comparator.comparing(LagSample::confirmedAt));
        return samples;
    }

    private static ObjectNode state(List<LagSample> samples) {
        LagSample first = samples.getFirst();
        ObjectNode state = JSON.objectNode();
        state.put("state", first.state()).put("target", first.target()).put("count", samples.size());
        ArrayNode slowest = state.putArray("slowest");
        samples.stream()
                .sorted(Comparator.comparing((LagSample sample) -> sample.took(Hop.TOTAL))
                        .reversed())
                .limit(SLOWEST)
                .forEach(sample -> slowest.add(sample.json()));
        ObjectNode hops = state.putObject("hops");
        for (Hop hop : Hop.values()) {
            long[] millis = samples.stream()
                    .mapToLong(sample -> sample.took(hop))
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
        Map<String, ObjectNode> byState = openOfThis();
        for (ObjectNode other : others.apply(OPEN)) {
            add(byState, other);
        }
        return JSON.arrayNode().addAll(byState.values());
    }

    private Map<String, ObjectNode> openOfThis() {
        Instant now = clock.instant();
        Map<String, ObjectNode> byState = new TreeMap<>();
        for (OpenLag lag : unsynced.get()) {
            add(
                    byState,
                    JSON.objectNode()
                            .put("state", lag.milestone())
                            .put("target", lag.target())
                            .put("count", lag.count())
                            .put("oldestMs", Duration.between(lag.oldest(), now).toMillis()));
        }
        return byState;
    }

    private static void add(Map<String, ObjectNode> byState, ObjectNode more) {
        byState.merge(
                more.path("state").asText() + "|" + more.path("target").asText(),
                more,
                (known, added) -> known.put(
                                "count",
                                known.path("count").asLong()
                                        + added.path("count").asLong())
                        .put(
                                "oldestMs",
                                Math.max(
                                        known.path("oldestMs").asLong(),
                                        added.path("oldestMs").asLong())));
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
