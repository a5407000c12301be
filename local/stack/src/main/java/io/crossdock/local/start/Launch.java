package io.crossdock.local.start;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;

/** The life of a launcher that runs a stack: take the lock, check, start, say ready, watch, end everything. */
public final class Launch {

    private final Workspace workspace;
    private final Progress progress;

    public Launch(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /**
     * Runs the stack until a signal ends this process, or a process of the stack cannot be kept alive.
     *
     * @throws StackFailure with the sentence for the person at the terminal, after everything has been ended
     */
    public void run(UpOptions options) {
        workspace.create();
        RunningStack lock = RunningStack.take(workspace);
        try {
            Leftovers.end(workspace, progress);
            Preflight.check(workspace, options);
            if (options.fresh()) {
                progress.step("data", "forgetting the state of earlier starts");
                workspace.forget();
                workspace.create();
            }
            Preflight.shape(Shape.read(workspace), options.shape(), workspace);
            options.shape().write(workspace);
            watch(options);
        } finally {
            lock.close();
        }
    }

    private void watch(UpOptions options) {
        Supervisor supervisor = new Supervisor(workspace.logs(), workspace.run(), workspace.mark(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::endAll, "end"));
        try {
            new Stack(workspace, Secrets.readOrCreate(workspace), options, supervisor, progress).start();
            progress.plain("ready in " + progress.seconds() + " s " + Port.APP.url());
            throw supervisor.failure().join();
        } catch (StackFailure e) {
            // Somebody who ended the stack need not be told that its processes ended.
            if (!supervisor.isEnding()) {
                throw e;
            }
        } finally {
            supervisor.endAll();
        }
    }
}
