package io.crossdock.local.start;

import io.crossdock.local.database.Databases;
import io.crossdock.local.database.MariaDbServer;
import io.crossdock.local.database.PostgresServer;
import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Certificates;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.server.Servers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The order in which the stack starts: what needs nothing at once, everything else as soon as what it needs answers. */
final class Stack {

    private final Workspace workspace;
    private final Supervisor supervisor;
    private final Progress progress;
    private final Secrets secrets;
    private final UpOptions options;
    private final Servers servers;
    private final Brokers brokers;
    private final Installation installation;

    Stack(Workspace workspace, Secrets secrets, UpOptions options, Supervisor supervisor, Progress progress) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.options = options;
        this.supervisor = supervisor;
        this.progress = progress;
        this.servers = new Servers(workspace, secrets, options.shape());
        this.brokers = new Brokers(workspace, secrets, options.shape());
        this.installation = new Installation(workspace, brokers, options.partitions());
    }

    /**
     * Starts everything and waits until a probe order has gone all the way.
     *
     * @throws StackFailure with the first thing that went wrong
     */
    void start() {
        Steps steps = new Steps();
        var certificates = steps.first(this::certificates);
        var brokersUp = BrokerNode.first(options.shape().brokers()).stream()
                .map(node -> steps.after(certificates, () -> start(servers.broker(node))))
                .toArray(CompletableFuture<?>[]::new);
        var topics = steps.after(CompletableFuture.allOf(brokersUp), this::topics);
        // One that keeps its schemas at the brokers begins when they are there.
        var registry = options.shape().secure() ? steps.after(topics, this::registry) : steps.first(this::registry);
        var east = steps.first(this::wmsEast);
        var west = steps.first(this::wmsWest);
        var erp = steps.first(this::erp);
        var crm = steps.after(steps.first(this::crmDatabase), this::crm);
        var connect = steps.after(topics, this::connect);
        var app = steps.after(CompletableFuture.allOf(topics, registry), this::apps);
        var connectors =
                steps.after(CompletableFuture.allOf(connect, registry, east, west, erp, crm), this::connectors);
        var probe = steps.after(CompletableFuture.allOf(app, connectors), this::probe);
        steps.await(supervisor.failure(), probe);
        if (options.ordersPerMinute() > 0) {
            start(servers.activity(options.ordersPerMinute(), options.handOver().text()));
        }
    }

    private void certificates() {
        if (!options.shape().secure()) {
            return;
        }
        long since = System.nanoTime();
        progress.step("tls", "making certificates");
        Certificates.in(workspace).make(secrets.get(Name.KAFKA_STORE));
        progress.done("tls", "certificates are there", since);
    }

    private void topics() {
        long since = System.nanoTime();
        int count = TopicSetup.create(brokers, installation.topics());
        progress.done("topics", count + " topics are there", since);
        if (options.shape().secure()) {
            since = System.nanoTime();
            progress.done("access", AccessSetup.make(brokers, secrets) + " grants are there", since);
        }
    }

    private void registry() {
        start(servers.registry());
    }

    private void wmsEast() {
        new Databases(workspace, secrets).wmsEast(postgres("wms-east", Port.WMS_EAST, Name.WMS_EAST_ADMIN));
    }

    private void wmsWest() {
        new Databases(workspace, secrets).wmsWest(postgres("wms-west", Port.WMS_WEST, Name.WMS_WEST_ADMIN));
    }

    private void erp() {
        progress.step("erp", "preparing MariaDB");
        MariaDbServer server = new MariaDbServer(workspace, "erp", Port.ERP, secrets.get(Name.ERP_ADMIN));
        start(server.prepare());
        new Databases(workspace, secrets).erp(server);
    }

    private void crmDatabase() {
        new Databases(workspace, secrets).crm(postgres("crm-db", Port.CRM_DB, Name.CRM_DB_ADMIN));
    }

    private PostgresServer postgres(String name, Port port, Name admin) {
        progress.step(name, "preparing PostgreSQL");
        PostgresServer server = new PostgresServer(workspace, name, port, secrets.get(admin));
        start(server.prepare());
        return server;
    }

    private void crm() {
        start(servers.crm());
    }

    private void connect() {
        ConnectNode.first(options.shape().workers()).forEach(node -> start(servers.connect(node)));
    }

    private void apps() {
        AppInstance.first(options.instances())
                .forEach(instance -> start(servers.app(instance, options.instances(), options.partitions())));
    }

    private void connectors() {
        long since = System.nanoTime();
        Map<String, Map<String, String>> all = installation.connectors();
        progress.step("connectors", "giving " + all.keySet() + " to Connect");
        all.forEach(ConnectorSetup::put);
        all.keySet().forEach(ConnectorSetup::awaitRunning);
        progress.done("connectors", "running", since);
    }

    private void probe() {
        long since = System.nanoTime();
        progress.step("probe", "an order of customer " + ProbeOrder.CUSTOMER + " goes the whole way");
        ProbeOrder.confirm(secrets);
        progress.done("probe", "confirmed in the CRM", since);
    }

    private void start(ChildSpec spec) {
        long since = System.nanoTime();
        progress.step(spec.name(), "starting");
        supervisor.start(spec);
        progress.done(spec.name(), "running", since);
    }
}
