package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A process that is started anew for each trial, and what its log says of the last one. */
final class OnTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final Progress progress;
    private final String name;

    OnTrial(Workspace workspace, Progress progress, String name) {
        this.workspace = workspace;
        this.progress = progress;
        this.name = name;
    }

    /** Starts it, and ends it when what is waited for has come; what went wrong, if it ended by itself or that never came. */
    Optional<String> run(ChildSpec spec, BooleanSupplier isOver) {
        Supervisor supervisor = new Supervisor(workspace.logs(), workspace.run(), workspace.mark(), progress);
        try {
            supervisor.start(spec.until(isOver, PATIENCE));
            return Optional.empty();
        } catch (StackFailure e) {
            return Optional.of(e.sentence());
        } finally {
            supervisor.endAll();
        }
    }

    /** The first line of its log that is so. */
    Optional<String> said(Predicate<String> line) {
        Path log = workspace.logs().resolve(name + ".log");
        try {
            return Files.readAllLines(log).stream()
                    .map(String::strip)
                    .filter(line)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
