package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.start.Beside;
import io.crossdock.local.start.SmallStack;

/** {@code prove access --five}: in a process of its own, with a broker that meets no running stack. */
public final class FiveGrants {

    private static final int PARTITIONS = 1;

    private FiveGrants() {}

    /** Runs the proof to its verdict; returns the exit code, 0 if everything holds. */
    public static int run(Workspace workspace) {
        return Beside.run(workspace, FiveGrants.class);
    }

    /** The process. */
    public static void main(String[] args) {
        Progress progress = new Progress(System.out);
        Workspace workspace = Workspace.current();
        SmallStack stack = SmallStack.start(workspace, progress, PARTITIONS, new Shape(1, 1, true));
        Verdict verdict;
        try {
            verdict = AccessProof.five(workspace, progress);
        } finally {
            stack.close();
        }
        verdict.print(System.out);
        System.exit(verdict.exitCode());
    }
}
