package io.crossdock.local.prove;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.poison.PoisonProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove poison}: bad records end as documented, and nothing stops. */
@Command(
        name = "poison",
        description = "Plant 37 bad records of 9 kinds; each must end as documented, and nothing may stop.",
        mixinStandardHelpOptions = true)
public final class ProvePoisonCommand implements Callable<Integer> {

    private static final int GOOD_ORDERS = 30;
    private static final int GOOD_ORDERS_SHORT = 5;

    @Option(names = "--short", description = "Fewer good orders among them.")
    private boolean brief;

    @Override
    public Integer call() {
        Secrets secrets = Secrets.read(Workspace.current());
        Verdict verdict =
                new PoisonProof(secrets, new Progress(System.out), brief ? GOOD_ORDERS_SHORT : GOOD_ORDERS).run();
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
