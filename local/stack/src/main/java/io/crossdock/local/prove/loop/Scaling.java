package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.broker.Consumers;
import io.crossdock.local.prove.seen.CompleteStores;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Servers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A second instance of the application, which comes while orders flow, takes a part of the work over, and leaves again. */
final class Scaling {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long WORKS_MS = 20_000;

    private final Workspace workspace;
    private final Progress progress;

    Scaling(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /**
     * Lets it come and go; returns how many partitions it had meanwhile.
     *
     * @throws StackFailure if it takes nothing over, or if the first does not take all of it back
     */
    int outAndIn() {
        int partitions = Consumers.partitions("facts");
        Supervisor supervisor = new Supervisor(workspace.logs(), workspace.run(), workspace.mark(), progress);
        int taken;
        try {
            supervisor.start(new Servers(workspace, Secrets.read(workspace), Shape.read(workspace))
                    .app(AppInstance.SECOND, 1, partitions));
            await("the second instance took nothing over", () -> CompleteStores.orders(AppInstance.SECOND) > 0);
            Pause.millis(WORKS_MS);
            taken = CompleteStores.orders(AppInstance.SECOND);
        } finally {
            supervisor.endAll();
        }
        await(
                "the first instance did not take everything back",
                () -> CompleteStores.orders(AppInstance.FIRST) == partitions);
        return taken;
    }

    private static void await(String otherwise, BooleanSupplier isSo) {
        if (!Patience.until(PATIENCE, isSo)) {
            throw new StackFailure(otherwise + " within " + PATIENCE.toSeconds() + " s.");
        }
    }
}
