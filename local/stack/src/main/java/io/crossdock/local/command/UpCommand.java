package io.crossdock.local.command;

import io.crossdock.local.activity.HandOverOptions;
import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.start.Launch;
import io.crossdock.local.start.UpOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: starts everything and stays until Ctrl-C, or with {@code --detach} returns when it is ready. */
@Command(name = "up", description = "Start the whole stack; Ctrl-C ends it.")
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Forget the state of earlier starts.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return at the line `ready`; the stack runs on until `down`.")
    private boolean detach;

    @Option(
            names = "--orders-per-minute",
            paramLabel = "N",
            defaultValue = "6",
            description = "Pace of the simulated people (default: ${DEFAULT-VALUE}).")
    private int ordersPerMinute;

    @Option(names = "--no-activity", description = "Nobody captures or ships anything by itself.")
    private boolean noActivity;

    @Mixin
    private HandOverOptions handOver = new HandOverOptions();

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of the application, 1 or 2 (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "${env:CROSSDOCK_PARTITIONS:-4}",
            description = "Partitions of every topic (default: CROSSDOCK_PARTITIONS, or 4).")
    private int partitions;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Brokers, 1 or 3; of three any one may be missing (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Connect workers, 1 or 2 (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--secure",
            description = "TLS, a user for each who speaks to the brokers, and only what each needs.")
    private boolean secure;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        if (instances < 1 || instances > AppInstance.values().length || partitions < 1) {
            throw new StackFailure("--instances is " + instances + " and --partitions is " + partitions
                    + ", but there can be 1 or 2 instances, and 1 partition at least.");
        }
        if ((brokers != 1 && brokers != BrokerNode.values().length)
                || workers < 1
                || workers > ConnectNode.values().length) {
            throw new StackFailure("--brokers is " + brokers + " and --workers is " + workers
                    + ", but there can be 1 or 3 brokers, and 1 or 2 workers.");
        }
        UpOptions options = new UpOptions(
                fresh,
                noActivity || ordersPerMinute < 1 ? 0 : ordersPerMinute,
                handOver.way(),
                instances,
                partitions,
                new Shape(brokers, workers, secure));
        if (detach) {
            return new DetachedLaunch(workspace).run(options);
        }
        new Launch(workspace, new Progress(System.out)).run(options);
        return 0;
    }
}
