package io.crossdock.local.command;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restart}: ends one process of the running stack; its launcher starts it again at once. */
@Command(name = "restart", description = "End one process of the stack; the launcher starts it again.")
public final class RestartCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "COMPONENT",
            description = "app, app-2, connect, connect-2, registry, broker, broker-2, broker-3, crm or activity.")
    private String component = "";

    @Option(names = "--kill", description = "With signal 9, as a crash would.")
    private boolean kill;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        ProcessEntry running = PidFile.of(workspace.run(), component, workspace.mark())
                .running()
                .orElseThrow(() -> new StackFailure(
                        "No process called " + component + " runs: `./crossdock status` lists those that do."));
        Signals.send(running.pid(), kill ? "KILL" : "TERM");
        return 0;
    }
}
