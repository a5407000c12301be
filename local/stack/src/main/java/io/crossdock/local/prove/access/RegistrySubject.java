package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.Progress;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Servers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A registry that is somebody of its own to the brokers, beside the one that works: each must know what the other was told. */
final class RegistrySubject implements Subject {

    static final String LIKE = "crossdock-registry";

    private static final String LOGIN = "crossdock-registry-probe";
    private static final String PROCESS = "registry-2";
    private static final String GROUPS = "/apis/registry/v3/groups";
    private static final String GROUP = "access";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Workspace workspace;
    private final Acls acls;
    private final OnTrial trial;
    private final String password = UUID.randomUUID().toString();

    RegistrySubject(Workspace workspace, Progress progress, Acls acls) {
        this.workspace = workspace;
        this.acls = acls;
        this.trial = new OnTrial(workspace, progress, PROCESS);
        acls.add(LOGIN, password, LIKE);
    }

    @Override
    public String login() {
        return LOGIN;
    }

    @Override
    public Outcome withAll() {
        return trial.run(spec(), isShared())
                .map(why -> new Outcome(false, why))
                .orElse(new Outcome(true, "what one registry is told the other knows"));
    }

    @Override
    public Outcome without(Taken taken) {
        BooleanSupplier isShared = isShared();
        Optional<String> failure =
                trial.run(spec(), () -> trial.said(taken::isRefusedIn).isPresent() || isShared.getAsBoolean());
        return trial.said(taken::isRefusedIn)
                .map(line -> new Outcome(true, line))
                .orElse(new Outcome(false, failure.orElse("it works without")));
    }

    /** Whether something new that the probe is told is known to the one that works beside it, too. */
    private static BooleanSupplier isShared() {
        String text = UUID.randomUUID().toString();
        return () -> isTold(Port.REGISTRY_2, text) && knows(Port.REGISTRY, text);
    }

    private static boolean isTold(Port registry, String text) {
        Http.send("POST", registry.url() + GROUPS, "{\"groupId\":\"" + GROUP + "\"}", JSON);
        return Http.send("PUT", registry.url() + GROUPS + "/" + GROUP, "{\"description\":\"" + text + "\"}", JSON)
                .isOk();
    }

    private static boolean knows(Port registry, String text) {
        return Http.get(registry.url() + GROUPS + "/" + GROUP, Map.of()).body().contains(text);
    }

    private ChildSpec spec() {
        return new Servers(workspace, Secrets.read(workspace), Shape.read(workspace))
                .registry(PROCESS, Port.REGISTRY_2, Brokers.current().security(LOGIN, password));
    }

    @Override
    public void settle() {
        // It is started anew each time.
    }

    @Override
    public void close() {
        acls.remove(LOGIN);
    }
}
