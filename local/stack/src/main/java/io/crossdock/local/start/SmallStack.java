package io.crossdock.local.start;

import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Certificates;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Servers;
import java.util.concurrent.CompletableFuture;

/**
 * Broker, registry, topics and instances of the application, without databases, Connect and CRM: for proofs and measurements that
 * write the raw records themselves. Meant for a process that {@link Beside} started, with ports and a directory of its own.
 */
public final class SmallStack implements AutoCloseable {

    private final Workspace workspace;
    private final Progress progress;
    private final Supervisor supervisor;
    private final Secrets secrets;
    private final Shape shape;
    private final Brokers brokers;
    private final Servers servers;

    private SmallStack(Workspace workspace, Progress progress, Shape shape) {
        this.workspace = workspace;
        this.progress = progress;
        workspace.create();
        this.supervisor = new Supervisor(workspace.logs(), workspace.run(), workspace.mark(), progress);
        this.secrets = Secrets.readOrCreate(workspace);
        this.shape = shape;
        shape.write(workspace);
        this.brokers = new Brokers(workspace, secrets, shape);
        this.servers = new Servers(workspace, secrets, shape);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::endAll, "end"));
    }

    /**
     * Starts broker and registry, and makes the topics of the installation.
     *
     * @param partitions of every topic
     * @param shape one broker, with users or without
     * @throws StackFailure with the first thing that went wrong
     */
    public static SmallStack start(Workspace workspace, Progress progress, int partitions, Shape shape) {
        SmallStack stack = new SmallStack(workspace, progress, shape);
        try {
            Steps steps = new Steps();
            var topics = steps.after(steps.first(stack::broker), () -> {
                TopicSetup.create(stack.brokers, new Installation(workspace, stack.brokers, partitions).topics());
                stack.users();
            });
            // One that keeps its schemas at the brokers begins when they are there.
            var registry = shape.secure() ? steps.after(topics, stack::registry) : steps.first(stack::registry);
            steps.await(stack.supervisor.failure(), topics, registry);
            return stack;
        } catch (StackFailure e) {
            stack.close();
            throw e;
        }
    }

    private void broker() {
        if (shape.secure()) {
            Certificates.in(workspace).make(secrets.get(Name.KAFKA_STORE));
        }
        start(servers.broker(BrokerNode.FIRST));
    }

    private void registry() {
        start(servers.registry());
    }

    private void users() {
        if (shape.secure()) {
            AccessSetup.make(brokers, secrets);
        }
    }

    /** Starts the first so many instances of the application and waits until all are ready. */
    public void startApps(int instances, int partitions) {
        Steps steps = new Steps();
        CompletableFuture<?>[] all = AppInstance.first(instances).stream()
                .map(instance -> steps.first(() -> start(servers.app(instance, instances, partitions))))
                .toArray(CompletableFuture[]::new);
        steps.await(supervisor.failure(), all);
    }

    /**
     * The running process of a component.
     *
     * @throws StackFailure if it does not run
     */
    public ProcessEntry process(String component) {
        return PidFile.of(workspace.run(), component, workspace.mark())
                .running()
                .orElseThrow(
                        () -> new StackFailure(component + " does not run; its log is in " + workspace.logs() + "."));
    }

    /** What cannot be kept alive; not complete while everything can. */
    public CompletableFuture<StackFailure> failure() {
        return supervisor.failure();
    }

    private void start(ChildSpec spec) {
        long since = System.nanoTime();
        supervisor.start(spec);
        progress.done(spec.name(), "running", since);
    }

    @Override
    public void close() {
        supervisor.endAll();
    }
}
