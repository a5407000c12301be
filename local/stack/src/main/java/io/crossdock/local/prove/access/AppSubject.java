package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.Progress;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Servers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An instance of the application that is somebody of its own to the brokers, so that one that works beside it misses nothing. It is
 * started anew each time.
 */
final class AppSubject implements Subject {

    static final String LIKE = "crossdock-app";

    private static final String LOGIN = "crossdock-app-probe";

    /** As an epoch leaves it behind; what may be done with a group is asked of one that is there. */
    private static final String EARLIER = "crossdock-e0";

    private final Workspace workspace;
    private final Acls acls;
    private final int partitions;
    private final OnTrial trial;
    private final String password = UUID.randomUUID().toString();

    AppSubject(Workspace workspace, Progress progress, Acls acls, int partitions) {
        this.workspace = workspace;
        this.acls = acls;
        this.partitions = partitions;
        this.trial = new OnTrial(workspace, progress, AppInstance.SECOND.process());
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
        return trial.run(spec, spec.ready())
                .map(failure -> new Outcome(false, failure))
                .orElse(new Outcome(true, "ready"));
    }

    @Override
    public Outcome without(Taken taken) {
        Optional<String> failure =
                trial.run(spec(), () -> trial.said(taken::isNamedIn).isPresent());
        return trial.said(taken::isNamedIn)
                .map(line -> new Outcome(true, line))
                .orElse(new Outcome(false, failure.orElse("it works without")));
    }

    private ChildSpec spec() {
        ChildSpec spec = new Servers(workspace, Secrets.read(workspace), Shape.read(workspace))
                .app(AppInstance.SECOND, 1, partitions);
        Map<String, String> environment = new HashMap<>(spec.environment());
        environment.put("CROSSDOCK_KAFKA_USER", LOGIN);
        environment.put("CROSSDOCK_KAFKA_PASSWORD", password);
        return spec.with(environment);
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
