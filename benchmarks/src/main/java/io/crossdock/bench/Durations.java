package io.crossdock.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured durations of one kind, in milliseconds, sorted. */
public final class Durations {

    private final double[] sorted;

    private Durations(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of milliseconds in any order. */
    public static Durations of(Collection<Double> millis) {
        double[] values = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return new Durations(values);
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /**
     * Nearest rank: the smallest value such that at least that share of all values is not above it.
     *
     * @param percent above 0, up to 100
     * @return milliseconds; NaN if there are no values
     */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    /** Cells of a Markdown table: count, p50, p99, largest. */
    public String cells() {
        return String.format(Locale.ROOT, "%d | %s | %s | %s", count(), whole(50), whole(99), whole(100));
    }

    /** A negative hop stays negative, but there is no minus nought. */
    private String whole(double percent) {
        double value = percentile(percent);
        return Double.isNaN(value) ? "none" : String.valueOf(Math.round(value));
    }
}
