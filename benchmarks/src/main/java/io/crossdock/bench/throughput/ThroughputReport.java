package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Recipe.Writes;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The Markdown that {@code bench throughput} ends with. */
final class ThroughputReport {

    private ThroughputReport() {}

    static void print(PrintStream out, List<List<Outcome>> runs) {
        out.println();
        out.println("| orders | variant | facts/s | of the bare pipe | of the pipe with one put"
                + " | app CPU s per million facts | broker CPU s | wire bytes per fact |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (List<Outcome> run : runs) {
            double pipe = run.get(1).factsPerSecond();
            double put = run.get(2).factsPerSecond();
            for (Outcome each : run) {
                out.printf(
                        Locale.ROOT,
                        "| %d of %d lines | %s | %.0f | %.2f | %.2f | %.0f | %.0f | %d |%n",
                        each.size().orders(),
                        each.size().lines(),
                        each.variant().text(),
                        each.factsPerSecond(),
                        each.factsPerSecond() / pipe,
                        each.factsPerSecond() / put,
                        each.appCpuPerMillion(),
                        each.brokerCpuPerMillion(),
                        each.wireBytesPerFact());
            }
        }
        out.println();
        out.println("| orders | raw bytes per fact | records read per fact, hops included | written per fact"
                + " | bytes written per fact, uncompressed | of which changelogs |");
        out.println("|---|---|---|---|---|---|");
        for (List<Outcome> run : runs) {
            Outcome whole = run.getFirst();
            out.printf(
                    Locale.ROOT,
                    "| %d of %d lines | %d | %.2f | %.2f | %d | %d |%n",
                    whole.size().orders(),
                    whole.size().lines(),
                    whole.rawBytes() / whole.facts(),
                    (double) whole.drained().processed() / whole.facts(),
                    whole.recordsPerFact(),
                    whole.bytesPerFact(),
                    whole.changelogBytesPerFact());
        }
        for (List<Outcome> run : runs) {
            topics(out, run.getFirst());
        }
        out.flush();
    }

    private static void topics(PrintStream out, Outcome whole) {
        out.println();
        out.println("| topic, orders of " + whole.size().lines()
                + " lines | records per fact | bytes per fact | bytes each |");
        out.println("|---|---|---|---|");
        for (Writes each : whole.written().writes()) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %d | %d |%n",
                    each.topic(),
                    (double) each.records() / whole.facts(),
                    each.bytes() / whole.facts(),
                    each.bytes() / Math.max(1, each.records()));
        }
    }
}
