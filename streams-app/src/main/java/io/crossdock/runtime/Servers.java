package io.crossdock.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.config.Settings;
import io.crossdock.connect.ConnectWorker;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.SourceTally;
import io.crossdock.observe.ConnectorStates;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.observe.PausedTargets;
import io.crossdock.observe.RecentLag;
import io.crossdock.observe.RequestTimes;
import io.crossdock.observe.SourceRowMetrics;
import io.crossdock.observe.StoreMetrics;
import io.crossdock.observe.StreamsMetrics;
import io.crossdock.observe.WatermarkJson;
import io.crossdock.observe.WatermarkMetrics;
import io.crossdock.operate.Act;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.publish.SyncStore;
import io.crossdock.query.ByAge;
import io.crossdock.query.Copies;
import io.crossdock.query.DeadLetters;
import io.crossdock.query.Locator;
import io.crossdock.query.NotReadyException;
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
import io.crossdock.reconcile.EntityStanding;
import io.crossdock.reconcile.RoundStore;
import io.crossdock.reconcile.SourceTables;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import io.crossdock.topology.Topics;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The two HTTP servers of an instance: queries and the page, and apart from them health and metrics. */
final class Servers implements AutoCloseable {

    private final Settings settings;
    private final Systems systems;
    private final Epoch epoch;
    private final Admin admin;
    private final Groups groups;
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
    private final KafkaStreams streams;
    private final PrometheusMeterRegistry metrics;
    private final RecentLag recent;
    private final StoreView stores;
    private final HeardSources heard;
    private final StoreMetrics storeMetrics;
    private final WatermarkMetrics watermarkMetrics;
    private final SourceRowMetrics sourceRowMetrics;
    private final StreamsMetrics streamsMetrics;
    private final Clock clock;
    private final ConnectorStates connectors;
    private final PausedTargets paused;
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
        this.streams = streams;
        this.metrics = metrics;
        this.recent = recent;
        this.log = log;
        this.clock = clock;
        this.stores = new StoreView(streams, StreamsSettings.address(settings), settings.partitions());
        this.heard = new HeardSources(stores);
        this.storeMetrics = new StoreMetrics(metrics, clock, this::outcomes, this::unsynced);
        this.watermarkMetrics = new WatermarkMetrics(metrics, clock, sources(), heard::watermark, heard::log);
        this.sourceRowMetrics = new SourceRowMetrics(metrics, clock, this::standings);
        this.complete = Copies.of(streams);
        this.complete.start();
        this.streamsMetrics = new StreamsMetrics(metrics, this::isRunning, streams::metrics, complete::complete);
        this.admin = Admin.create(settings.kafka().client());
        String base = StreamsSettings.baseId(settings);
        this.groups = new Groups(admin, base);
        this.orders = new OrderQueries(stores, assembly.projection(), systems.identifierTypes());
        this.byAge = new ByAge(
                orders, new OrderQueries(stores.including(complete), assembly.projection(), systems.identifierTypes()));
        this.locator = new Locator(Rungs.everywhere(stores, byAge, peers), systems.identifierTypeNames());
        this.switches = new SwitchList(orders, stores, peers, modes());
        this.targets = new TargetList(orders, stores, peers, modes());
        this.rebuild = new RebuildProgress(epoch, groups, base, systems.rawTopics(), switches::rebuild);
        this.everywhere = new Everywhere(log, settings.partitions());
        this.connectors = new ConnectorStates(worker);
        this.paused = new PausedTargets(metrics, pauseRules(), assembly.pauses(), heard::knownWatermark, clock);
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

    Javalin queries() {
        Freshness freshness = new Freshness(assembly.sources(), heard::knownWatermark, clock);
        LagSummary lag = new LagSummary(recent, this::unsynced, this::others, clock);
        SourceList sources =
                new SourceList(new SourceTables(systems).entities(), this::standings, heard::knownWatermark);
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

    Javalin management() {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/healthy", http -> {
                KafkaStreams.State state = streams.state();
                boolean healthy = state.isRunningOrRebalancing() || state == KafkaStreams.State.CREATED;
                http.status(healthy ? 200 : 503).json(Map.of("healthy", healthy, "streams", state.name()));
            });
            config.routes.get("/ready", http -> {
                ObjectNode body = connectors.json();
                boolean ready = isRunning() && storesAnswer();
                body.put("ready", ready).put("streams", streams.state().name());
                body.set(
                        "watermarks",
                        WatermarkJson.of(sources(), heard::knownWatermark, heard::knownLog, clock.instant()));
                body.set("paused", paused.json());
                http.status(ready ? 200 : 503).contentType("application/json").result(body.toString());
            });
            config.routes.get("/metrics", http -> {
                refreshQuietly();
                http.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
            });
        });
    }

    private boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    private boolean storesAnswer() {
        try {
            stores.all(OutcomeStore.NAME);
            return true;
        } catch (NotReadyException e) {
            return false;
        }
    }

    private void refreshQuietly() {
        streamsMetrics.refresh();
        try {
            storeMetrics.refresh();
            watermarkMetrics.refresh();
            sourceRowMetrics.refresh();
        } catch (NotReadyException | InvalidStateStoreException e) {
            // While stores are restored the last known figures stand; /ready says that they do.
        }
    }

    private Map<String, Long> outcomes() {
        Map<String, Long> sums = OutcomeStore.sums();
        for (ReadOnlyKeyValueStore<String, Long> store : stores.<Long>all(OutcomeStore.NAME)) {
            OutcomeStore.addTo(sums, store);
        }
        return sums;
    }

    private Map<String, String> modes() {
        boolean muted = epoch.isRebuilt();
        return systems.targets().stream()
                .collect(Collectors.toMap(
                        Connection::name,
                        connection -> muted ? Act.OBSERVE : connection.target().text()));
    }

    private Map<String, PauseRule> pauseRules() {
        Map<String, PauseRule> rules = new TreeMap<>();
        for (Connection target : systems.targets()) {
            if (target.pause() != null) {
                rules.put(target.name(), target.pause());
            }
        }
        return rules;
    }

    private List<String> sources() {
        return systems.sources().stream().map(Connection::name).toList();
    }

    /** What all other instances answer to a path. */
    private List<ObjectNode> others(String path) {
        return peers.items(stores.elsewhere(SyncStore.OPEN), path);
    }

    private List<EntityStanding> standings() {
        return RoundStore.all(stores.<SourceTally>global(RoundStore.NAME));
    }

    private Iterable<OrderSync> unsynced() {
        List<OrderSync> open = new ArrayList<>();
        for (ReadOnlyKeyValueStore<String, OrderSync> store : stores.<OrderSync>all(SyncStore.OPEN)) {
            SyncStore.live(store, open::add);
        }
        return open;
    }
}
