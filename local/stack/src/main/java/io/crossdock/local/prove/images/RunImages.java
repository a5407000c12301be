package io.crossdock.local.prove.images;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.start.Beside;
import java.io.IOException;

/** {@code prove images}: in a process of its own, with a broker that meets no running stack. */
public final class RunImages {

    private RunImages() {}

    /** Runs the proof to its verdict; returns the exit code, 0 if everything holds. */
    public static int run(Workspace workspace) {
        return Beside.run(workspace, RunImages.class);
    }

    /** The process. */
    public static void main(String[] args) throws IOException {
        Verdict verdict = new ImagesProof(Workspace.current(), new Progress(System.out)).run();
        verdict.print(System.out);
        System.exit(verdict.exitCode());
    }
}
