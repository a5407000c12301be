package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.lag.LagProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove lag}: time that is lost is found where it was lost. */
@Command(
        name = "lag",
        description = {
            "Holds up one part of the way after the other, batch, Connect, application, sink and target, while orders",
            "are shipped; what the stamps and metrics say must be what was done. On a stack without activity.",
        },
        mixinStandardHelpOptions = true)
public final class ProveLagCommand implements Callable<Integer> {

    private static final int ORDERS = 10;
    private static final int ORDERS_SHORT = 5;

    @Option(names = "--short", description = "5 orders for each delay instead of 10.")
    private boolean brief;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Quiet.require(workspace);
        Verdict verdict = LagProof.run(workspace, brief ? ORDERS_SHORT : ORDERS, new Progress(System.out));
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
