package io.crossdock.bench;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The Markdown that {@code bench latency} ends with: every run, their median and worst, hops, and the references beside them. */
final class LatencyReport {

    private static final int HALF = 50;
    private static final int ALMOST_ALL = 99;

    private LatencyReport() {}

    static void print(PrintStream out, List<LatencyResult> runs) {
        out.println();
        out.println("| run | orders | p50 ms | p99 ms | largest ms | commits begun late |");
        out.println("|---|---|---|---|---|---|");
        int number = 1;
        for (LatencyResult run : runs) {
            out.println("| " + number++ + " | " + run.total().cells() + " | " + run.late() + " |");
        }
        List<LatencyResult> byTail = runs.stream()
                .sorted(Comparator.comparingDouble(run -> run.total().percentile(ALMOST_ALL)))
                .toList();
        LatencyResult median = byTail.get((byTail.size() - 1) / 2);
        LatencyResult worst = byTail.getLast();
        out.println("| median run | " + median.total().cells() + " | " + median.late() + " |");
        out.println("| worst run | " + worst.total().cells() + " | " + worst.late() + " |");
        out.println();
        out.println("| hop, median run | records | p50 ms | p99 ms | largest ms |");
        out.println("|---|---|---|---|---|");
        median.hops().forEach((hop, cost) -> out.println("| " + hop + " | " + cost.cells() + " |"));
        out.println();
        out.println("| beside it, median run | records | p50 ms | p99 ms | largest ms |");
        out.println("|---|---|---|---|---|");
        out.println("| WMS commit to a plain consumer of the raw topic | "
                + median.capture().cells() + " |");
        out.println("| plain produce to consume | " + median.roundTrip().cells() + " |");
        out.println();
        out.printf(
                Locale.ROOT,
                "The whole way costs %.1f times the bare capture at p50 and %.1f times at p99.%n",
                median.total().percentile(HALF) / median.capture().percentile(HALF),
                median.total().percentile(ALMOST_ALL) / median.capture().percentile(ALMOST_ALL));
        out.flush();
    }
}
