package io.crossdock.local.prove.lag;

import io.crossdock.local.prove.broker.Metrics;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a histogram counted of one hop between two scrapes.
 *
 * @param cumulative counts by upper bound in seconds, rising
 */
record Buckets(TreeMap<Double, Long> cumulative) {

    /** Of the milestone of one source at one target. */
    static Buckets of(Metrics metrics, Hop hop) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        Map<String, String> labels =
                Map.of("state", "shipped", "source", "wms-east", "target", "crm", "hop", hop.text());
        metrics.sums("crossdock_order_state_lag_seconds_bucket", labels, "le")
                .forEach((bound, count) ->
                        counts.put(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), count));
        return new Buckets(counts);
    }

    /** What came between two scrapes. */
    Buckets since(Buckets before) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        cumulative.forEach((bound, count) -> counts.put(bound, count - before.cumulative.getOrDefault(bound, 0L)));
        return new Buckets(counts);
    }

    /** How many were counted. */
    long count() {
        return cumulative.isEmpty() ? 0 : cumulative.lastEntry().getValue();
    }

    /** True if the bucket that holds a percentile holds this value too. */
    boolean holds(double share, double seconds) {
        long rank = (long) Math.ceil(share * count());
        double lower = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Double, Long> bucket : cumulative.entrySet()) {
            if (bucket.getValue() >= rank) {
                return seconds > lower && seconds <= bucket.getKey();
            }
            lower = bucket.getKey();
        }
        return false;
    }
}
