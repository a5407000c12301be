package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.server.Http;
import java.time.Duration;
import java.util.Optional;

/** Kills processes of the running stack by their number; their launcher starts them again. */
final class Kills {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Workspace workspace;

    Kills(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Kills a component with signal 9 and waits until another process answers in its place.
     *
     * @param component {@code app} or {@code connect}
     * @return both numbers, for whoever watches
     * @throws StackFailure if it does not run, does not die or does not come back
     */
    String kill(String component) {
        long before = running(component)
                .orElseThrow(() -> new StackFailure(component + " does not run and cannot be killed: `./crossdock up`"
                        + " starts it, and its log is in " + workspace.logs() + "."))
                .pid();
        Signals.send(before, "KILL");
        boolean back = Patience.until(
                PATIENCE,
                () -> running(component).filter(now -> now.pid() != before).isPresent() && answers(component));
        if (!back) {
            throw new StackFailure(component + " did not come back within " + PATIENCE.toSeconds()
                    + " s after it was killed: see " + workspace.logs() + ".");
        }
        return "pid " + before + ", now "
                + running(component).map(ProcessEntry::pid).orElse(0L);
    }

    private Optional<ProcessEntry> running(String component) {
        return PidFile.of(workspace.run(), component, workspace.mark()).running();
    }

    private static boolean answers(String component) {
        return component.equals("app")
                ? Http.answers(Port.MANAGEMENT.url() + "/ready")
                : Http.answers(Port.CONNECT.url() + "/health");
    }
}
