package io.crossdock.local.prove.lag;

import io.crossdock.local.prove.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether each delay was found where it was.
 *
 * @param usual with nothing held up
 * @param held by the hop that was
 */
record Attribution(Measured usual, Map<Hop, Measured> held) {

    private static final double TOLERANCE = 0.05;
    private static final double SLOW = 0.99;
    private static final double MOST = 0.85;

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        held.forEach((hop, measured) -> {
            checks.add(found(hop, measured));
            checks.add(holder(hop, measured));
        });
        checks.add(sums());
        checks.add(percentiles());
        return checks;
    }

    /** What was shipped while the way was held up had gone a part of it already, which takes as long as usual. */
    private Check found(Hop hop, Measured measured) {
        double heldUp = measured.heldUp().toNanos() / 1e6 - before(hop);
        double more = measured.median(hop) - usual.median(hop);
        return new Check(
                hop.text() + ": the delay is found",
                Math.abs(more - heldUp) <= TOLERANCE * heldUp,
                String.format(
                        Locale.ROOT,
                        "held up for %.0f ms, %.0f ms more than usual, %+.1f %%",
                        heldUp,
                        more,
                        100 * (more - heldUp) / heldUp));
    }

    /** Time from the shipping of the orders to the hop, while it was held up already. */
    private double before(Hop hop) {
        return switch (hop) {
            case APPLICATION -> usual.median(Hop.CONNECT);
            case SINK -> usual.median(Hop.CONNECT) + usual.median(Hop.APPLICATION);
            default -> 0;
        };
    }

    /** Whoever held the time is seen at a glance: all the rest of the way together is little. */
    private static Check holder(Hop hop, Measured measured) {
        double share = measured.median(hop) / measured.median(Hop.TOTAL);
        return new Check(
                hop.text() + ": it held the time",
                share >= MOST,
                String.format(Locale.ROOT, "%.1f %% of %.0f ms", 100 * share, measured.median(Hop.TOTAL)));
    }

    private Check sums() {
        List<Sample> all = all().toList();
        double worst = all.stream()
                .mapToDouble(sample -> Math.abs(sample.sum() - sample.millis(Hop.TOTAL)))
                .max()
                .orElse(Double.NaN);
        return new Check(
                "the hops sum to the total",
                worst <= 1,
                String.format(Locale.ROOT, "%d milestones, at most %.3f ms apart", all.size(), worst));
    }

    private Stream<Sample> all() {
        return Stream.concat(
                usual.samples().stream(), held.values().stream().flatMap(measured -> measured.samples().stream()));
    }

    /** What the metrics count is what the stamps say, and their percentiles lie in the bucket of the true one. */
    private Check percentiles() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<Hop, Measured> entry : held.entrySet()) {
            Measured measured = entry.getValue();
            for (Hop hop : List.of(entry.getKey(), Hop.TOTAL)) {
                Buckets counted = measured.counted().get(hop);
                boolean right = counted != null
                        && counted.count() == measured.samples().size()
                        && counted.holds(0.5, measured.percentile(hop, 0.5) / 1_000)
                        && counted.holds(SLOW, measured.percentile(hop, SLOW) / 1_000);
                looked++;
                if (!right) {
                    wrong.add(entry.getKey().text() + " held up, hop " + hop.text() + ": " + counted);
                }
            }
        }
        return new Check(
                "percentiles of the histograms lie in the true bucket",
                wrong.isEmpty() && looked > 0,
                looked + " histograms, p50 and p99, " + wrong.size() + " wrong " + String.join("; ", wrong));
    }
}
