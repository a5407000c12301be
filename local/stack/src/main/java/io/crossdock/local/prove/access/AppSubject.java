package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * An instance of the application that is somebody of its own to the brokers, so that one that works beside it misses nothing. It is
 * started anew each time.
 */
final class AppSubject implements Subject {

    static final String LIKE = "crossdock-app";

    private static final String LOGIN = "crossdock-app-probe";

    /** As an epoch leaves it behind; what may be done with a group is asked of one that is there. */
    private static final String EARLIER = "crossdock-e0";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final Progress progress;
    private final Acls acls;
    private final int partitions;
    private final String password = UUID.randomUUID().toString();

    AppSubject(Workspace workspace, Progress progress, Acls acls, int partitions) {
        this.workspace = workspace;
        this.progress = progress;
        this.acls = acls;
        this.partitions = partitions;
        acls.add(LOGIN, password, LIKE);
        acls.addGroup(EARLIER, "orders.status");
    }

    @Override
    public String login() {
        return LOGIN;
    }

    @Override
    public Outcome withAll() {
        ChildSpec spec = spec();
        return run(spec, spec.ready())
                .map(failure -> new Outcome(false, failure))
                .orElse(new Outcome(true, "ready"));
    }

    @Override
    public Outcome without(Taken taken) {
        Optional<String> failure = run(spec(), () -> said(taken::isNamedIn).isPresent());
        return said(taken::isNamedIn)
                .map(line -> new Outcome(true, line))
                .orElse(new Outcome(false, failure.orElse("it works without")));
    }

    /** Starts it, and ends it when it has done or said what is waited for; what went wrong, if it ended by itself. */
    private Optional<String> run(ChildSpec spec, BooleanSupplier isOver) {
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

    private ChildSpec spec() {
        ChildSpec spec = new Servers(workspace, Secrets.read(workspace), Shape.read(workspace))
                .app(AppInstance.SECOND, 1, partitions);
        Map<String, String> environment = new HashMap<>(spec.environment());
        environment.put("CROSSDOCK_KAFKA_USER", LOGIN);
        environment.put("CROSSDOCK_KAFKA_PASSWORD", password);
        return spec.with(environment);
    }

    private Optional<String> said(Predicate<String> line) {
        Path log = workspace.logs().resolve(AppInstance.SECOND.process() + ".log");
        try {
            return Files.readAllLines(log).stream()
                    .map(String::strip)
                    .filter(line)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void settle() {
        // It is started anew each time.
    }

    @Override
    public void close() {
        acls.removeGroup(EARLIER);
        acls.remove(LOGIN);
    }
}
