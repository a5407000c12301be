package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--live",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Orders that stand meanwhile (default: ${DEFAULT-VALUE}).")
    private List<Integer> live = List.of();

    @Option(
            names = "--lines",
            split = ",",
            defaultValue = "10",
            description = "Lines of each order (default: ${DEFAULT-VALUE}).")
    private List<Integer> lines = List.of();

    @Option(names = "--instances", defaultValue = "1", description = "1 or 2 (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(names = "--archived", description = "Those that stand meanwhile are done, and archived.")
    private boolean archived;

    @Option(names = "--profile", description = "Record where the time goes, and print it.")
    private boolean profile;

    @Mixin
    private final Inside inside = new Inside();

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() {
        if (!inside.isSo()) {
            return inside.run(
                    "growth",
                    List.of(
                            Inside.option("--live", live),
                            Inside.option("--lines", lines),
                            "--instances=" + instances,
                            "--archived=" + archived,
                            "--profile=" + profile));
        }
        List<Grown> rows = new ArrayList<>();
        for (int eachLines : lines) {
            for (int each : live) {
                Grown row = new GrowthRun(
                                Workspace.current(),
                                progress,
                                new GrowthRun.Plan(each, eachLines, instances, archived, profile))
                        .run();
                rows.add(row);
                progress.step("measured", row(row, rows.getFirst()));
            }
        }
        print(rows);
        return 0;
    }

    private void print(List<Grown> rows) {
        System.out.println();
        System.out.println(
                (archived ? "| archived orders |" : "| live orders |")
                        + " lines | instances | facts/s | app CPU s per million facts | to the first | broker CPU s"
                        + " | wire bytes per fact | rows per order | state per order | changelog per order | restored in s | rows/s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach(each -> System.out.println(row(each, rows.getFirst())));
    }

    private String row(Grown each, Grown first) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.0f | %.0f | %.2f | %.0f | %d | %d | %d B | %d B | %.0f | %.0f |",
                each.live(),
                each.size().lines(),
                instances,
                each.factsPerSecond(),
                each.appCpuPerMillion(),
                each.appCpuPerMillion() / first.appCpuPerMillion(),
                each.brokerCpuPerMillion(),
                each.wireBytesPerFact(),
                each.restored() / each.live(),
                each.stateBytes() / each.standing(),
                each.changelogBytes() / each.standing(),
                each.restoredIn(),
                each.restored() / each.restoredIn());
    }
}
