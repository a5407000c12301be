package io.crossdock.local.command;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.start.Launch;
import io.crossdock.local.start.UpOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        UpOptions options = new UpOptions(fresh, noActivity || ordersPerMinute < 1 ? 0 : ordersPerMinute);
        if (detach) {
            return new DetachedLaunch(workspace).run(options);
        }
        new Launch(workspace, new Progress(System.out)).run(options);
        return 0;
    }
}
