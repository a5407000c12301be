package io.crossdock.runtime;

import io.crossdock.config.Settings;
import io.crossdock.connect.ConnectWorker;
import io.crossdock.contract.OrderException;
import io.crossdock.observe.RecentLag;
import io.crossdock.observe.RequestTimes;
import io.crossdock.query.DeadLetters;
import io.crossdock.query.http.Everywhere;
import io.crossdock.query.http.ExceptionList;
import io.crossdock.query.http.ExceptionRoutes;
import io.crossdock.query.http.Freshness;
import io.crossdock.query.http.LivePage;
import io.crossdock.query.http.OperatorLog;
import io.crossdock.query.http.Problems;
import io.crossdock.query.http.Routes;
import io.crossdock.query.http.SwitchList;
import io.crossdock.query.http.TargetList;
import io.crossdock.query.http.TargetRoutes;
import io.crossdock.query.http.WholeAnswers;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.InstalledTopics;
import io.crossdock.systems.Systems;
import io.crossdock.topology.Topics;
import io.crossdock.transactions.HangingTransactions;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;

/** The two HTTP servers of an instance: queries and the page, and apart from them health and metrics. */
final class Servers implements AutoCloseable {

    private final Settings settings;
    private final Epoch epoch;
    private final Assembly assembly;
    private final PrometheusMeterRegistry metrics;
    private final RecentLag recent;
    private final OperatorLog log;
    private final Clock clock;
    private final Admin admin;
    private final Groups groups;
    private final ReadSide readSide;
    private final SwitchList switches;
    private final TargetList targets;
    private final RebuildProgress rebuild;
    private final Everywhere everywhere;
    private final HangingTransactions hanging;
    private final Management management;

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
        this.epoch = epoch;
        this.assembly = assembly;
        this.metrics = metrics;
        this.recent = recent;
        this.log = log;
        this.clock = clock;
        this.readSide = new ReadSide(settings, systems, epoch, assembly, streams);
        this.switches = readSide.switches();
        this.targets = readSide.targets();
        this.admin = Admin.create(settings.kafka().client());
        String base = StreamsSettings.baseId(settings);
        this.groups = new Groups(admin, base);
        Offsets offsets = new Offsets(admin);
        this.rebuild = new RebuildProgress(epoch, groups, offsets, base, systems.rawTopics(), switches::rebuild);
        this.everywhere = new Everywhere(log, settings.partitions());
        Set<String> own = InstalledTopics.ofApplication(systems).stream()
                .map(Topics.TopicSpec::name)
                .collect(Collectors.toSet());
        this.hanging = new HangingTransactions(
                metrics,
                new BrokerTransactions(admin, offsets, topic -> own.contains(topic) || groups.isChangelog(topic)),
                settings.kafka().bootstrap(),
                clock);
        this.management =
                new Management(systems, worker, assembly.pauses(), streams, metrics, readSide, hanging, clock);
    }

    /** Finds transactions that nobody ends. */
    HangingTransactions hangingTransactions() {
        return hanging;
    }

    /** Brings a rebuild to its end. */
    RebuildWatch rebuildWatch() {
        ExceptionList exceptions = readSide.exceptions();
        return new RebuildWatch(
                epoch,
                rebuild::look,
                () -> readSide.holds(0),
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
        readSide.close();
        admin.close();
    }

    /** Health, readiness and metrics. */
    Javalin management() {
        return management.server();
    }

    /** Queries and the page. */
    Javalin queries() {
        Freshness freshness = new Freshness(assembly.sources(), readSide.heard()::knownWatermark, clock);
        DeadLetters deadLetters = DeadLetters.at(
                settings.kafka().client(), assembly.serdes().deadLetters().deserializer());
        List<Routes> routes = List.of(
                readSide.orderRoutes(freshness),
                new ExceptionRoutes(readSide.exceptions(), deadLetters, log, freshness, clock),
                new TargetRoutes(switches, targets, everywhere, rebuild::look, freshness, clock),
                readSide.lagRoutes(recent, freshness, clock));
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            WholeAnswers.addTo(config);
            new RequestTimes(metrics).addTo(config);
            LivePage.addTo(config);
            routes.forEach(each -> each.addTo(config));
            Problems.addTo(config);
        });
    }
}
