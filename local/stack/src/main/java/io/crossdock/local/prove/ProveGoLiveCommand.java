package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.golive.GoLiveProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove golive}: switched on beside an old way, nobody is woken. */
@Command(
        name = "golive",
        description = {
            "Loads open orders by snapshot under live traffic while every target is only observed, goes live, and rebuilds",
            "everything once: nobody is told or alarmed of what is old, and of one change once. On a fresh stack without activity.",
        },
        mixinStandardHelpOptions = true)
public final class ProveGoLiveCommand implements Callable<Integer> {

    private static final int ORDERS = 200_000;
    private static final int ORDERS_SHORT = 2_000;

    @Option(names = "--short", description = "2,000 orders instead of 200,000.")
    private boolean brief;

    @Option(names = "--orders", paramLabel = "N", description = "So many orders.")
    private int orders;

    @Override
    public Integer call() {
        int many = orders > 0 ? orders : brief ? ORDERS_SHORT : ORDERS;
        Workspace workspace = Workspace.current();
        Quiet.require(workspace);
        Verdict verdict = GoLiveProof.run(workspace, many, new Progress(System.out));
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
