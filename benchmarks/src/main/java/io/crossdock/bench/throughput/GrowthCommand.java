package io.crossdock.bench.throughput;

import io.crossdock.bench.Bench;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.start.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench growth}: what a fact costs beside few orders and beside many. Needs no running stack and meets none. */
@Command(
        name = "growth",
        description = {
            "What a fact costs beside 10,000, 100,000 and more live orders, and what those take: state, changelogs,",
            "time to restore. Says how much disk it needs, and does not begin without.",
        },
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

    /** State and changelogs of an order, by its lines: an estimate, which no run has confirmed yet. */
    private static final long BYTES_A_LINE = 4_000;

    private static final int FACTS = 25_000;
    private static final int FACTS_A_LINE = 5;

    @Option(
            names = "--live",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Orders that stand meanwhile (default: ${DEFAULT-VALUE}).")
    private List<Integer> live = List.of();

    @Option(names = "--lines", defaultValue = "10", description = "Lines of each order (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = "--instances", defaultValue = "1", description = "1 or 2 (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(names = "--inside", hidden = true)
    private boolean inside;

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws IOException {
        Workspace workspace = Workspace.current();
        if (!inside) {
            return Beside.run(
                    workspace,
                    List.of("-Xmx1g", "-XX:+UseSerialGC"),
                    System.getProperty("java.class.path"),
                    List.of(
                            Bench.class.getName(),
                            "growth",
                            "--inside",
                            "--live="
                                    + String.join(
                                            ",",
                                            live.stream().map(String::valueOf).toList()),
                            "--lines=" + lines,
                            "--instances=" + instances),
                    Map.of());
        }
        int orders = Math.max(4, FACTS / (FACTS_A_LINE * (lines + 1)));
        List<Grown> rows = new ArrayList<>();
        for (int each : live) {
            refuseWithoutRoom(workspace, each);
            rows.add(new GrowthRun(workspace, progress, each, instances, new Size(lines, orders, orders)).run());
        }
        print(rows);
        return 0;
    }

    private void refuseWithoutRoom(Workspace workspace, int orders) throws IOException {
        workspace.create();
        long needed = BYTES_A_LINE * (lines + 2) * orders;
        long free = Files.getFileStore(workspace.data()).getUsableSpace();
        progress.step("disk", needed / 1_000_000 + " MB are needed, " + free / 1_000_000 + " are free");
        if (needed > free) {
            throw new StackFailure(orders + " orders of " + lines + " lines need about " + needed / 1_000_000
                    + " MB in " + workspace.data() + ", " + free / 1_000_000 + " are free.");
        }
    }

    private void print(List<Grown> rows) {
        System.out.println();
        System.out.println(
                "| live orders | lines | instances | facts/s | app CPU s per million facts | to the first | broker CPU s"
                        + " | wire bytes per fact | state per order | changelog per order | restored in s | rows/s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        double first = rows.getFirst().appCpuPerMillion();
        for (Grown each : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %d | %.0f | %.0f | %.2f | %.0f | %d | %d B | %d B | %.0f | %.0f |%n",
                    each.live(),
                    each.lines(),
                    instances,
                    each.factsPerSecond(),
                    each.appCpuPerMillion(),
                    each.appCpuPerMillion() / first,
                    each.brokerCpuPerMillion(),
                    each.wireBytesPerFact(),
                    each.stateBytes() / each.live(),
                    each.changelogBytes() / each.live(),
                    each.restoredIn(),
                    each.restored() / each.restoredIn());
        }
    }
}
