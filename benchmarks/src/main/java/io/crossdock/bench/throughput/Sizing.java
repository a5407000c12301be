package io.crossdock.bench.throughput;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The model by which an installation is sized, as {@code docs/scaling.md} tells it: up to some ten lines a fact costs the same whatever
 * the order it is of, and on one instance as on several; what stands takes as much as it has rows.
 *
 * @param runs of one order mix on one instance, whose medians are the model's constants
 */
record Sizing(List<Grown> runs) {

    /** How far a prediction may be from what is measured. */
    static final double TOLERANCE = 0.25;

    Sizing {
        runs = List.copyOf(runs);
    }

    /** What a fact costs, each told in whole units. */
    enum Cost {
        APP_CPU("app CPU s per million facts", Grown::appCpuPerMillion, size -> 1),
        BROKER_CPU("broker CPU s per million facts", Grown::brokerCpuPerMillion, size -> 1),
        WIRE("wire bytes per fact", Grown::wireBytesPerFact, size -> 1),
        STATE("state bytes per fact", Grown::stateBytesPerFact, Size::rowsAFact),
        CHANGELOG("changelog bytes per fact", Grown::changelogBytesPerFact, Size::rowsAFact);

        private final String text;
        // A method reference that captures nothing.
        @SuppressWarnings("ImmutableEnumChecker")
        private final ToDoubleFunction<Grown> of;

        // What the cost is proportional to.
        @SuppressWarnings("ImmutableEnumChecker")
        private final ToDoubleFunction<Size> growsBy;

        Cost(String text, ToDoubleFunction<Grown> of, ToDoubleFunction<Size> growsBy) {
            this.text = text;
            this.of = of;
            this.growsBy = growsBy;
        }

        String text() {
            return text;
        }

        private double predicted(List<Grown> known, Size other) {
            return median(known)
                    * growsBy.applyAsDouble(other)
                    / growsBy.applyAsDouble(known.getFirst().size());
        }

        private double median(List<Grown> runs) {
            return runs.stream()
                    .mapToDouble(of)
                    .sorted()
                    .skip(runs.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One cost, predicted and measured.
     *
     * @param cost which
     * @param predicted by the model
     * @param measured the median of the runs that were predicted
     */
    record Prediction(Cost cost, double predicted, double measured) {

        /** Above 1 where more was predicted than was measured. */
        double ratio() {
            return predicted / measured;
        }

        boolean holds() {
            return Math.abs(predicted - measured) <= TOLERANCE * measured;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f | %s |",
                    cost.text(),
                    predicted,
                    measured,
                    ratio(),
                    holds() ? "yes" : "**no**");
        }
    }

    /** Each cost of other orders on other instances, by the constants of this model. */
    List<Prediction> predict(List<Grown> others) {
        return Arrays.stream(Cost.values())
                .map(cost -> new Prediction(
                        cost, cost.predicted(runs, others.getFirst().size()), cost.median(others)))
                .toList();
    }
}
