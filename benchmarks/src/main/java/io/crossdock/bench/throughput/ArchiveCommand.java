package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.systems.Systems;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench archive}: what an order takes while it lives, and once it is archived. */
@Command(
        name = "archive",
        description = "Rows and bytes on disk of an order while it lives, and of the same order in the archive."
                + " Needs no broker and no running stack.",
        mixinStandardHelpOptions = true)
public final class ArchiveCommand implements Callable<Integer> {

    @Option(
            names = "--lines",
            split = ",",
            defaultValue = "4,10,100",
            description = "Lines of each order (default: ${DEFAULT-VALUE}).")
    private List<Integer> lines = List.of();

    @Option(
            names = "--orders",
            defaultValue = "200",
            paramLabel = "N",
            description = "Orders (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Override
    public Integer call() {
        Systems systems = Systems.load(Workspace.current().connectors());
        Progress progress = new Progress(System.err);
        System.out.println(
                "| lines | rows while it lives | bytes on disk | rows in the archive | bytes on disk | of it |");
        System.out.println("|---|---|---|---|---|---|");
        for (int each : lines) {
            progress.step("archive", orders + " orders of " + each + " lines come, are done, and are archived");
            print(ArchivedOrders.measure(systems, each, orders));
        }
        return 0;
    }

    private static void print(ArchivedOrders measured) {
        double orders = measured.orders();
        System.out.printf(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.2f |%n",
                measured.lines(),
                measured.live().rows() / orders,
                measured.live().bytes() / orders,
                measured.archived().rows() / orders,
                measured.archived().bytes() / orders,
                (double) measured.archived().bytes() / measured.live().bytes());
    }
}
