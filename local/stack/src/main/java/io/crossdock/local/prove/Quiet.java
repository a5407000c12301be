package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Servers;

/** A stack on which nobody works but the proof: what it counts is its own doing. */
public final class Quiet {

    private Quiet() {}

    /**
     * Refuses a stack with simulated people.
     *
     * @throws StackFailure if they work, with how to start one without
     */
    public static void require(Workspace workspace) {
        PidFile.of(workspace.run(), Servers.ACTIVITY, workspace.mark())
                .running()
                .ifPresent(people -> {
                    throw new StackFailure("Simulated people work on this stack (pid " + people.pid()
                            + "), and what they do cannot be told from what is proved: ./crossdock down, then"
                            + " ./crossdock up --fresh --no-activity.");
                });
    }
}
