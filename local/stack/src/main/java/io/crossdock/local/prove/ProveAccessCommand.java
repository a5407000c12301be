package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.access.AccessProof;
import io.crossdock.local.prove.access.FiveGrants;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove access}: every grant is needed, and who misses one says which. */
@Command(
        name = "access",
        description = {
            "Takes one grant after the other from its user, has it do its work, and gives it back: somebody must be",
            "refused, and name what is missing. On a stack that was started with `up --secure --no-activity`.",
        },
        mixinStandardHelpOptions = true)
public final class ProveAccessCommand implements Callable<Integer> {

    private final Progress progress = new Progress(System.out);

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "Only of this user, for example crossdock-connect; may be repeated (default: all).")
    private List<String> users = List.of();

    @Option(
            names = "--grant",
            paramLabel = "TEXT",
            description = "Only grants that contain it, for example 'READ on topic'.")
    private String grant = "";

    @Option(
            names = "--five",
            description = "Five of the application's, on a small stack that it starts itself: a minute.")
    private boolean five;

    @Override
    public Integer call() {
        if (five) {
            return FiveGrants.run(Workspace.current());
        }
        Verdict verdict =
                AccessProof.run(Workspace.current(), users.isEmpty() ? AccessProof.EVERYBODY : users, grant, progress);
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
