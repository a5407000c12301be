package io.crossdock.local.prove;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.reconcile.ReconcileProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove reconcile}: rows that a feed has lost are found, named and read again. */
@Command(
        name = "reconcile",
        description = "Move a replication slot by hand: what is lost must be found, named, read again, and told once.",
        mixinStandardHelpOptions = true)
public final class ProveReconcileCommand implements Callable<Integer> {

    private static final int ORDERS = 30;
    private static final int ORDERS_SHORT = 6;

    @Option(names = "--short", description = "Fewer orders.")
    private boolean brief;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Verdict verdict = ReconcileProof.run(
                workspace, Secrets.read(workspace), brief ? ORDERS_SHORT : ORDERS, new Progress(System.out));
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
