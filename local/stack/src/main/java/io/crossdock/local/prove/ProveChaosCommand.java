package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.loop.LoopProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove chaos}: any process may die at any moment, and nothing is lost, doubled or wrong. */
@Command(
        name = "chaos",
        description = {
            "Every process of the running stack is killed with signal 9 while orders live: application, workers,",
            "brokers, registry, the databases of the systems, the CRM. Then several instances are replaced one after",
            "the other; one that is alone gets a second for a while. In the end everything is as the tables say.",
            "Start the stack with `up --no-activity`.",
        },
        mixinStandardHelpOptions = true)
public final class ProveChaosCommand implements Callable<Integer> {

    private final Progress progress = new Progress(System.out);

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many live meanwhile (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--seed",
            defaultValue = "23",
            description = "Same seed, same orders and same order of deaths (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        Verdict verdict = LoopProof.deadly(Workspace.current(), orders, seed, progress);
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
