package io.crossdock.local.prove.lag;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was measured with one part of the way held up.
 *
 * @param heldUp for how long it was, once the orders had been shipped; zero if nothing was
 * @param samples milestones of the orders at the CRM
 * @param counted what the histograms counted meanwhile, by hop
 */
record Measured(Duration heldUp, List<Sample> samples, Map<Hop, Buckets> counted) {

    Measured {
        samples = List.copyOf(samples);
        counted = Map.copyOf(counted);
    }

    /** Milliseconds of a hop in the middle of the samples. */
    double median(Hop hop) {
        return percentile(hop, 0.5);
    }

    /** The smallest value that so large a share of the samples does not exceed, milliseconds. */
    double percentile(Hop hop, double share) {
        double[] sorted = samples.stream()
                .mapToDouble(sample -> sample.millis(hop))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
