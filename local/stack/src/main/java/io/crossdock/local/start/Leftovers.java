package io.crossdock.local.start;

import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.Signals;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.server.Servers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Processes that an earlier launcher started and could not end, because it was killed itself. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Who is ended first: those that use the others. */
    private static final List<String> ORDER = List.of(
            Servers.ACTIVITY,
            AppInstance.SECOND.process(),
            AppInstance.FIRST.process(),
            ConnectNode.SECOND.process(),
            ConnectNode.FIRST.process(),
            Servers.CRM,
            Servers.REGISTRY,
            BrokerNode.THIRD.process(),
            BrokerNode.SECOND.process(),
            BrokerNode.FIRST.process());

    private Leftovers() {}

    /** Ends them all, and forgets marks of processes that are gone; returns how many were ended. */
    public static int end(Workspace workspace, Progress progress) {
        int ended = 0;
        for (PidFile file : PidFile.in(workspace.run(), workspace.mark()).stream()
                .sorted(Comparator.comparingInt(Leftovers::rank))
                .toList()) {
            Optional<ProcessEntry> running = file.running();
            if (running.isPresent()) {
                progress.step(file.name(), "ending what an earlier start left behind");
                // PostgreSQL takes TERM for "when everybody has gone"; INT is its quick and clean end.
                boolean postgres = running.get().commandLine().contains("bin/postgres");
                Signals.end(running.get().pid(), postgres ? "INT" : "TERM", PATIENCE);
                ended++;
            }
            file.delete();
        }
        return ended;
    }

    private static int rank(PidFile file) {
        int index = ORDER.indexOf(file.name());
        return index < 0 ? ORDER.size() : index;
    }
}
