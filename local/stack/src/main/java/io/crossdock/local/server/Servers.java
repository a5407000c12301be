package io.crossdock.local.server;

import io.crossdock.access.User;
import io.crossdock.config.KafkaKeys;
import io.crossdock.local.fault.KillAtPoint;
import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Certificates;
import io.crossdock.local.layout.ClassPath;
import io.crossdock.local.layout.EnvironmentLines;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.StackFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How each JVM of the stack is started. Every one has its own class path, so that no library of one meets another version of it. */
public final class Servers {

    public static final String REGISTRY = "registry";
    public static final String CRM = "crm";
    public static final String ACTIVITY = "activity";

    /** Variable: largest heap of an instance of the application, in MiB. */
    private static final String APP_HEAP = "CROSSDOCK_APP_HEAP";

    private static final String BROKER_MODULE = "local/broker";
    private static final String WORKER_MODULE = "local/worker";
    private static final String CRM_MODULE = "local/crm";
    private static final String APP_MODULE = "streams-app";
    private static final String STACK_MODULE = "local/stack";

    private final Workspace workspace;
    private final Secrets secrets;
    private final Shape shape;
    private final Brokers brokers;

    public Servers(Workspace workspace, Secrets secrets, Shape shape) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.shape = shape;
        this.brokers = new Brokers(workspace, secrets, shape);
    }

    /** A broker; up when its port answers, which it does once there is a leader among the controllers. */
    public ChildSpec broker(BrokerNode node) {
        List<String> program = List.of(
                "io.crossdock.local.broker.Broker",
                workspace.data().resolve(node.process()).toString(),
                String.valueOf(node.clients().number()),
                String.valueOf(node.controller().number()),
                String.valueOf(node.id()),
                BrokerNode.voters(shape.brokers()));
        Map<String, String> environment = new HashMap<>();
        if (shape.secure()) {
            Certificates certificates = Certificates.in(workspace);
            environment.put(
                    "CROSSDOCK_BROKER_KEY_STORE", certificates.keyStore().toString());
            environment.put("CROSSDOCK_BROKER_TRUSTED", certificates.trusted().toString());
            environment.put("CROSSDOCK_BROKER_STORE_PASSWORD", secrets.get(Name.KAFKA_STORE));
            environment.put("CROSSDOCK_BROKER_PASSWORD", secrets.get(Name.KAFKA_BROKER));
            environment.put("CROSSDOCK_BROKER_ADMIN_PASSWORD", secrets.get(Name.KAFKA_ADMIN));
        }
        return spec(node.process(), java(BROKER_MODULE, 256, program), environment, () -> listens(node.clients()));
    }

    /** The schema registry, whose schemas stay as they are when it is started anew: topics hold their identifiers. */
    public ChildSpec registry() {
        return registry(REGISTRY, Port.REGISTRY, brokers.security(User.REGISTRY));
    }

    /**
     * One more; several know the same if the brokers ask who comes.
     *
     * @param client who it is to the brokers
     */
    public ChildSpec registry(String name, Port port, Map<String, String> client) {
        RegistryServer server = new RegistryServer(workspace, brokers);
        return spec(
                name,
                server.command(port),
                server.environment(client),
                () -> Http.answers(port.url() + "/apis/registry/v3/system/info"));
    }

    /** The Connect worker; reads secrets by reference from the file that only its owner may read. */
    public ChildSpec connect(ConnectNode node) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CROSSDOCK_SECRETS_FILE", Secrets.file(workspace).toString());
        brokers.security(User.CONNECT)
                .forEach((key, value) -> environment.put(KafkaKeys.variable("CROSSDOCK_WORKER_CLIENT_", key), value));
        List<String> program = List.of(
                "io.crossdock.local.worker.Worker",
                brokers.addresses(),
                String.valueOf(node.rest().number()),
                PluginPath.of(workspace).toString());
        return spec(
                node.process(),
                java(WORKER_MODULE, 288, program),
                environment,
                () -> Http.answers(node.rest().url() + "/health"));
    }

    /** The CRM. */
    public ChildSpec crm() {
        Map<String, String> environment = Map.of(
                Port.CRM.variable(),
                String.valueOf(Port.CRM.number()),
                "CRM_JDBC",
                Jdbc.crm(),
                "CRM_DB_USER",
                "crm",
                "CRM_DB_PASSWORD",
                secrets.get(Name.CRM_DB),
                "CRM_CLIENT_ID",
                secrets.get(Name.CRM_CLIENT_ID),
                "CRM_CLIENT_SECRET",
                secrets.get(Name.CRM_CLIENT_SECRET));
        List<String> options = List.of(
                JavaCommand.QUICK_TO_START,
                "-cp",
                ClassPath.of(workspace, CRM_MODULE).asArgument());
        return spec(
                CRM,
                JavaCommand.of(workspace, 512, options, List.of("io.crossdock.crm.Crm")),
                environment,
                () -> listens(Port.CRM));
    }

    /**
     * An instance of the application; up when it says itself that it is ready.
     *
     * @param instances how many there are: of each order another one keeps a standby
     * @param partitions of every topic
     */
    public ChildSpec app(AppInstance instance, int instances, int partitions) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CROSSDOCK_KAFKA_BOOTSTRAP", brokers.addresses());
        if (shape.secure()) {
            environment.put("CROSSDOCK_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
            environment.put("CROSSDOCK_KAFKA_USER", User.APP.login());
            environment.put("CROSSDOCK_KAFKA_PASSWORD", secrets.get(Name.of(User.APP)));
            environment.put(
                    "CROSSDOCK_KAFKA_TRUSTED_CERTIFICATES", brokers.trusted().toString());
        }
        if (instances > 1) {
            environment.put("CROSSDOCK_STREAMS_NUM_STANDBY_REPLICAS", "1");
        }
        environment.put("CROSSDOCK_REGISTRY_URL", Port.REGISTRY.url() + "/apis/registry/v3");
        environment.put("CROSSDOCK_CONNECT_URL", Port.CONNECT.url());
        environment.put(Workspace.CONNECTORS, workspace.connectors().toString());
        environment.put(
                "CROSSDOCK_STATE_DIR",
                workspace.data().resolve(instance.process()).toString());
        environment.put("CROSSDOCK_INSTANCE", instance.member());
        environment.put("CROSSDOCK_PARTITIONS", String.valueOf(partitions));
        environment.put(Port.APP.variable(), String.valueOf(instance.queries().number()));
        environment.put(
                Port.MANAGEMENT.variable(), String.valueOf(instance.management().number()));
        // Lets `demo --kill` end the application at an exact record; asks nothing of it otherwise.
        environment.put("CROSSDOCK_STREAMS_PROCESSOR_WRAPPER_CLASS", KillAtPoint.class.getName());
        ClassPath classPath = ClassPath.of(workspace, APP_MODULE).withJarOf(workspace, STACK_MODULE);
        return spec(
                instance.process(),
                JavaCommand.of(workspace, appHeap(), classPath, List.of("io.crossdock.Crossdock")),
                environment,
                () -> Http.answers(instance.management().url() + "/ready"));
    }

    private static int appHeap() {
        String mebibytes = System.getenv().getOrDefault(APP_HEAP, "448");
        if (!mebibytes.matches("[1-9][0-9]{2,5}")) {
            throw new StackFailure(
                    APP_HEAP + " is " + mebibytes + ": give the application's largest heap in MiB, for example 1024.");
        }
        return Integer.parseInt(mebibytes);
    }

    /**
     * The simulated people: the launcher's own command {@code activity}, as a process of its own.
     *
     * @param handOver {@code by-hand} or {@code told}
     */
    public ChildSpec activity(int ordersPerMinute, String handOver) {
        List<String> program = List.of(
                "io.crossdock.local.Main",
                "activity",
                "--orders-per-minute=" + ordersPerMinute,
                "--hand-over=" + handOver);
        List<String> options = List.of(
                JavaCommand.QUICK_TO_START,
                "-Dlogback.configurationFile=logback-launcher.xml",
                "-D" + Workspace.PROPERTY + "=" + workspace.root(),
                "-cp",
                ClassPath.of(workspace, STACK_MODULE).asArgument());
        return spec(
                ACTIVITY,
                JavaCommand.of(workspace, 64, options, program),
                Map.copyOf(EnvironmentLines.of(secrets)),
                () -> true);
    }

    private List<String> java(String module, int heap, List<String> program) {
        return JavaCommand.of(workspace, heap, ClassPath.of(workspace, module), program);
    }

    private ChildSpec spec(String name, List<String> command, Map<String, String> environment, BooleanSupplier ready) {
        Map<String, String> all = new HashMap<>(environment);
        // glibc keeps an arena per thread otherwise, which native memory, such as the state stores', pays for.
        all.putIfAbsent("MALLOC_ARENA_MAX", "2");
        return new ChildSpec(
                name, command, all, workspace.root(), ready, Duration.ofMinutes(2), "TERM", ChildSpec.Kind.SERVICE);
    }

    private static boolean listens(Port port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), 500);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
