package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.silence.SilenceProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove silence}: a source that says nothing is one exception. */
@Command(
        name = "silence",
        description = {
            "Silences the warehouse of the east while its people ship, for longer than letters wait: one exception, no",
            "letter, everything else goes on; then it speaks again. Takes eight minutes. On a stack without activity.",
        },
        mixinStandardHelpOptions = true)
public final class ProveSilenceCommand implements Callable<Integer> {

    private static final int ORDERS = 60;
    private static final int ORDERS_SHORT = 10;

    @Option(names = "--short", description = "10 orders instead of 60.")
    private boolean brief;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Quiet.require(workspace);
        Verdict verdict = SilenceProof.run(workspace, brief ? ORDERS_SHORT : ORDERS, new Progress(System.out));
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
