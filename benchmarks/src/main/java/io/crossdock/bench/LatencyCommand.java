package io.crossdock.bench;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench latency}: from the commit that ships a shipment in the WMS to the changed row in the CRM. */
@Command(
        name = "latency",
        description = "WMS commit to row changed at the CRM, by the databases' own clocks, while people work.",
        mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {

    @Option(names = "--orders", defaultValue = "500", description = "Orders per run (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--rate", defaultValue = "5", description = "Commits per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--runs", defaultValue = "3", description = "Runs (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--orders-per-minute",
            defaultValue = "20",
            description =
                    "Pace of the people who work meanwhile, unless the stack's own do (default: ${DEFAULT-VALUE}).")
    private int ordersPerMinute;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Progress progress = new Progress(System.out);
        List<LatencyResult> results = new ArrayList<>();
        try (People people = People.atWork(workspace, ordersPerMinute, progress)) {
            for (int run = 1; run <= runs; run++) {
                progress.step("run " + run, orders + " orders, " + rate + " commits a second, " + people);
                results.add(new LatencyRun(Secrets.read(workspace), progress, orders, rate).measure());
            }
        }
        LatencyReport.print(System.out, results);
        boolean complete = results.stream().allMatch(result -> result.total().count() == orders);
        return complete ? 0 : 1;
    }
}
