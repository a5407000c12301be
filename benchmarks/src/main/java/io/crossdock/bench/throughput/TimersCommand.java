package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench timers}: what waiting costs, with limits and without them in the same run. */
@Command(
        name = "timers",
        description =
                "CPU of a second in which open orders only wait, of one in which limits run out, and of looking orders up"
                        + " meanwhile; with the limits of connectors/limits.json, and without any. Needs no broker and no running stack.",
        mixinStandardHelpOptions = true)
public final class TimersCommand implements Callable<Integer> {

    private static final String LIMITS = "limits.json";

    @Option(
            names = "--orders",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Open orders (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Override
    public Integer call() throws Exception {
        Path connectors = Workspace.current().connectors();
        Path without = copyWithoutLimits(connectors);
        try {
            Progress progress = new Progress(System.err);
            head();
            print(WaitingOrders.measure("with limits", Systems.load(connectors), orders, progress));
            print(WaitingOrders.measure("without", Systems.load(without), orders, progress));
        } finally {
            Workspace.delete(without);
        }
        return 0;
    }

    private static Path copyWithoutLimits(Path connectors) throws IOException {
        Path copy = Files.createTempDirectory("crossdock-connectors");
        try (Stream<Path> files = Files.walk(connectors)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = connectors.relativize(file);
                // The plugin's sources and classes are no part of what the application reads.
                if (!relative.startsWith("plugin") && !relative.toString().equals(LIMITS)) {
                    Path target = copy.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private void head() {
        System.out.println(
                "| " + orders + " open orders | waiting, µs CPU a second | limits run out, µs CPU a second | exceptions"
                        + " opened | µs CPU each | lookup while waiting, µs | lookup while they run out, µs |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    private static void print(WaitingOrders.Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d | %.0f | %.1f | %.1f |%n",
                cost.what(),
                cost.waitingMicros(),
                cost.firingMicros(),
                cost.opened(),
                cost.opened() == 0 ? 0 : cost.firingMicros() * cost.firingSeconds() / cost.opened(),
                cost.lookupWaitingMicros(),
                cost.lookupFiringMicros());
    }
}
