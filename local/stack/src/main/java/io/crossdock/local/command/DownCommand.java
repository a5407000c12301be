package io.crossdock.local.command;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.Signals;
import io.crossdock.local.start.Leftovers;
import io.crossdock.local.start.RunningStack;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code down}: ends the stack in order, and whatever a killed launcher left behind. */
@Command(name = "down", description = "End the stack, and what a killed one left behind.")
public final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Progress progress = new Progress(System.out);
        Optional<ProcessEntry> launcher = RunningStack.launcher(workspace);
        launcher.ifPresent(entry -> {
            progress.step("launcher", "asking pid " + entry.pid() + " to end the stack");
            Signals.end(entry.pid(), "TERM", PATIENCE);
        });
        int left = Leftovers.end(workspace, progress);
        progress.plain(launcher.isPresent() || left > 0 ? "ended" : "nothing was running");
        return 0;
    }
}
