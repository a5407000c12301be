package io.crossdock.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.config.Settings;
import io.crossdock.connect.ConnectWorker;
import io.crossdock.contract.OrderException;
import io.crossdock.observe.RecentLag;
import io.crossdock.observe.RequestTimes;
import io.crossdock.operate.Act;
import io.crossdock.publish.SyncStore;
import io.crossdock.query.ByAge;
import io.crossdock.query.Copies;
import io.crossdock.query.DeadLetters;
import io.crossdock.query.Locator;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Peers;
import io.crossdock.query.Rungs;
import io.crossdock.query.StoreView;
import io.crossdock.query.http.Everywhere;
import io.crossdock.query.http.ExceptionList;
import io.crossdock.query.http.Freshness;
import io.crossdock.query.http.LagSummary;
import io.crossdock.query.http.LivePage;
import io.crossdock.query.http.OperatorLog;
import io.crossdock.query.http.Routes;
import io.crossdock.query.http.SourceList;
import io.crossdock.query.http.SwitchList;
import io.crossdock.query.http.TargetList;
import io.crossdock.query.http.WholeAnswers;
import io.crossdock.reconcile.SourceTables;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Connection;
import io.crossdock.systems.InstalledTopics;
import io.crossdock.systems.Systems;
import io.crossdock.topology.Topics;
import io.crossdock.transactions.HangingTransactions;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;

/** The two HTTP servers of an instance: queries and the page, and apart from them health and metrics. */
final class Servers implements AutoCloseable {

    private final Settings settings;
    private final Systems systems;
    private final Epoch epoch;
    private final Admin admin;
    private final Groups groups;
    private final Set<String> ownTopics;
    private final Peers peers = new Peers();
    private final OrderQueries orders;
    private final Copies complete;
    private final ByAge byAge;
    private final Locator locator;
    private final SwitchList switches;
    private final TargetList targets;
    private final RebuildProgress rebuild;
    private final Everywhere everywhere;
    private final Assembly assembly;
    private final PrometheusMeterRegistry metrics;
    private final RecentLag recent;
    private final StoreView stores;
    private final HeardSources heard;
    private final LocalStores local;
    private final Management management;
    private final Clock clock;
    private final HangingTransactions hanging;
    private final OperatorLog log;

    Servers(
            Settings settings,
            Systems systems,
            Epoch epoch,
            ConnectWorker worker,
            Assembly assembly,
            KafkaStreams streams,
            PrometheusMeterRegistry metrics,
            RecentLag recent,
            OperatorLog log,
            Clock clock) {
        this.settings = settings;
        this.systems = systems;
        this.epoch = epoch;
        this.assembly = assembly;
        this.metrics = metrics;
        this.recent = recent;
        this.log = log;
        this.clock = clock;
        this.stores = new StoreView(streams, StreamsSettings.address(settings), settings.partitions());
        this.heard = new HeardSources(stores);
        this.local = new LocalStores(stores);
        this.complete = Copies.of(streams);
        this.complete.start();
        this.admin = Admin.create(settings.kafka().client());
        String base = StreamsSettings.baseId(settings);
        this.groups = new Groups(admin, base);
        this.ownTopics = InstalledTopics.ofApplication(systems).stream()
                .map(Topics.TopicSpec::name)
                .collect(Collectors.toSet());
        this.orders = new OrderQueries(stores, assembly.projection(), systems.identifierTypes());
        this.byAge = new ByAge(
                orders, new OrderQueries(stores.including(complete), assembly.projection(), systems.identifierTypes()));
        this.locator = new Locator(Rungs.everywhere(stores, byAge, peers), systems.identifierTypeNames());
        this.switches = new SwitchList(orders, stores, peers, modes());
        this.targets = new TargetList(orders, stores, peers, modes());
        Offsets offsets = new Offsets(admin);
        this.rebuild = new RebuildProgress(epoch, groups, offsets, base, systems.rawTopics(), switches::rebuild);
        this.everywhere = new Everywhere(log, settings.partitions());
        this.hanging = new HangingTransactions(
                metrics,
                new BrokerTransactions(admin, offsets, this::isOurs),
                settings.kafka().bootstrap(),
                clock);
        this.management = new Management(
                systems, worker, assembly.pauses(), streams, metrics, local, heard, complete, hanging, clock);
    }

    private boolean isOurs(String topic) {
        return ownTopics.contains(topic) || groups.isChangelog(topic);
    }

    /** Finds transactions that nobody ends. */
    HangingTransactions hangingTransactions() {
        return hanging;
    }

    /** Brings a rebuild to its end. */
    RebuildWatch rebuildWatch() {
        ExceptionList exceptions = new ExceptionList(orders, stores, peers);
        return new RebuildWatch(
                epoch,
                rebuild::look,
                () -> stores.partitionsHere().contains(0),
                () -> exceptions.all().stream()
                        .map(item -> item.path("exceptionId").asText())
                        .collect(Collectors.toSet()),
                this::write,
                everywhere,
                () -> groups.deleteOlderThan(epoch),
                clock);
    }

    private void write(List<OrderException> exceptions) {
        try (SafeProducer<OrderException> producer = SafeProducer.to(
                settings.kafka().client(), assembly.serdes().exceptions().serializer())) {
            exceptions.forEach(exception ->
                    producer.write(new ProducerRecord<>(Topics.EXCEPTIONS, exception.getExceptionId(), exception)));
        }
    }

    @Override
    public void close() {
        complete.close();
        admin.close();
    }

    /** Health, readiness and metrics. */
    Javalin management() {
        return management.server();
    }

    /** Queries and the page. */
    Javalin queries() {
        Freshness freshness = new Freshness(assembly.sources(), heard::knownWatermark, clock);
        LagSummary lag = new LagSummary(recent, local::unsynced, this::others, clock);
        SourceList sources =
                new SourceList(new SourceTables(systems).entities(), local::standings, heard::knownWatermark);
        DeadLetters deadLetters = DeadLetters.at(
                settings.kafka().client(), assembly.serdes().deadLetters().deserializer());
        Routes routes = new Routes(
                locator,
                byAge,
                stores,
                peers,
                lag,
                freshness,
                switches,
                targets,
                deadLetters,
                sources,
                log,
                everywhere,
                rebuild::look,
                clock);
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            WholeAnswers.addTo(config);
            new RequestTimes(metrics).addTo(config);
            LivePage.addTo(config);
            routes.addTo(config);
        });
    }

    private Map<String, String> modes() {
        boolean muted = epoch.isRebuilt();
        return systems.targets().stream()
                .collect(Collectors.toMap(
                        Connection::name,
                        connection -> muted ? Act.OBSERVE : connection.target().text()));
    }

    /** What all other instances answer to a path. */
    private List<ObjectNode> others(String path) {
        return peers.items(stores.elsewhere(SyncStore.OPEN), path);
    }
}
