package io.crossdock.bench.throughput;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The model by which an installation is sized, as {@code docs/scaling.md} tells it: an order costs what the rows take that it leaves, on
 * one instance as on several. What is read, projected and sent of it goes by them as well, as an order is projected once a moment.
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
        APP_CPU("app CPU s per million facts", Grown::appCpuPerMillion),
        BROKER_CPU("broker CPU s per million facts", Grown::brokerCpuPerMillion),
        WIRE("wire bytes per fact", Grown::wireBytesPerFact),
        STATE("state bytes per fact", Grown::stateBytesPerFact),
        CHANGELOG("changelog bytes per fact", Grown::changelogBytesPerFact);

        private final String text;
        // A method reference that captures nothing.
        @SuppressWarnings("ImmutableEnumChecker")
        private final ToDoubleFunction<Grown> of;

        Cost(String text, ToDoubleFunction<Grown> of) {
            this.text = text;
            this.of = of;
        }

        String text() {
            return text;
        }

        private double predicted(List<Grown> known, Size other) {
            return median(known) * other.rowsAFact() / known.getFirst().size().rowsAFact();
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
