package io.crossdock.runtime;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.config.Settings;
import io.crossdock.connect.Troubles;
import io.crossdock.correlate.CorrelateStage;
import io.crossdock.correlate.DeadlineStore;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.exceptions.Former;
import io.crossdock.exceptions.Judgement;
import io.crossdock.exceptions.ResolutionTimes;
import io.crossdock.flow.Room;
import io.crossdock.freshness.HeartbeatStage;
import io.crossdock.freshness.Pauses;
import io.crossdock.heard.UnreadRows;
import io.crossdock.normalize.NormalizeStage;
import io.crossdock.normalize.Normalizer;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.NewColumns;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.observe.RefusedHeartbeats;
import io.crossdock.observe.StateDurations;
import io.crossdock.operate.OperateStage;
import io.crossdock.order.status.Ownership;
import io.crossdock.order.status.Projection;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.PublishStage;
import io.crossdock.publish.TargetSpec;
import io.crossdock.reconcile.ReconcileStage;
import io.crossdock.reconcile.SourceTables;
import io.crossdock.reference.Customer;
import io.crossdock.reference.Location;
import io.crossdock.switches.Epoch;
import io.crossdock.switches.SwitchStore;
import io.crossdock.systems.Connection;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.DeleteLimit;
import io.crossdock.systems.OwnershipEntry;
import io.crossdock.systems.Systems;
import io.crossdock.topology.CrossdockTopology;
import io.crossdock.topology.RegistrySerdes;
import io.crossdock.topology.Serdes;
import io.crossdock.track.OrderStore;
import io.crossdock.track.TrackStage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Puts rules, systems and stages together into one topology. */
public final class Assembly {

    private final Settings settings;
    private final Epoch epoch;
    private final LongConsumer nextEpoch;
    private final LongSupplier elapsed;
    private final Systems systems;
    private final Ownership ownership;
    private final Projection projection;
    private final Pauses pauses = new Pauses();
    private final Troubles troubles;

    /** What the given settings and systems make in the first epoch. */
    public Assembly(Settings settings, Systems systems) {
        this(settings, systems, Epoch.first(settings.epoch()), next -> {}, elapsed());
    }

    /**
     * What they make in any epoch.
     *
     * @param nextEpoch told when a later one has been asked for
     * @param elapsed nanoseconds since a time before; one that stands still is of a machine on which nothing takes time
     */
    public Assembly(Settings settings, Systems systems, Epoch epoch, LongConsumer nextEpoch, LongSupplier elapsed) {
        this.epoch = epoch;
        this.nextEpoch = nextEpoch;
        this.elapsed = elapsed;
        this.settings = settings;
        this.systems = systems;
        this.troubles = new Troubles(ConnectorConfigs.names(systems));
        this.ownership = ownership(systems);
        this.projection = new Projection(systems.identifierTypes(), ownership);
    }

    /** Since now, by a clock that nobody sets. */
    static LongSupplier elapsed() {
        long begin = System.nanoTime();
        return () -> System.nanoTime() - begin;
    }

    /** The projection rules of these systems. */
    public Projection projection() {
        return projection;
    }

    /** Which targets are paused, as found at the last look. */
    Pauses pauses() {
        return pauses;
    }

    /** Connectors that have failed for good. */
    public Troubles troubles() {
        return troubles;
    }

    Serdes serdes() {
        return Serdes.of(new RegistrySerdes(settings.registryUrl()));
    }

    KafkaStreams streams(MeterRegistry metrics, LagRecorder lag) {
        Properties config = StreamsSettings.of(settings, epoch);
        return new KafkaStreams(topology(config, serdes(), metrics, lag), config);
    }

    /** The topology under a given configuration and with given serdes. */
    public Topology topology(Properties config, Serdes serdes, MeterRegistry metrics, LagRecorder lag) {
        StoreBuilder<?> outcomes = OutcomeStore.builder();
        StoreBuilder<?> archive = ArchiveStore.builder();
        StoreBuilder<?> exceptions = ExceptionStore.builder();
        StoreBuilder<?> deadlines = DeadlineStore.builder();
        StoreBuilder<?> outbox = OutboxStore.builder();
        StoreBuilder<?> switches = SwitchStore.builder();
        StoreBuilder<?> orders = OrderStore.builder();
        List<TargetSpec> targets = Targets.of(systems, epoch.isRebuilt());
        StoreBuilder<?> unread = UnreadRows.builder();
        Room room = Room.ofHeap();
        Judgement judgement = new Judgement(
                systems.limits().severities(),
                systems.limits().caps(),
                settings.partitions(),
                new ResolutionTimes(metrics),
                new Former(epoch.open()));
        CrossdockTopology topology = new CrossdockTopology(
                serdes,
                systems.rawTopics(),
                systems.reference(),
                new HeartbeatStage(connectionNames(), new RefusedHeartbeats(metrics)),
                new NormalizeStage(new Normalizer(systems, epoch.cut()), new NewColumns(metrics), outcomes, unread),
                new CorrelateStage(
                        systems.identifierTypes(),
                        settings.patience(),
                        deletes(),
                        judgement,
                        room,
                        elapsed,
                        deadlines,
                        archive,
                        outcomes,
                        exceptions),
                new TrackStage(
                        projection,
                        ownership,
                        systems.identifierTypes(),
                        settings.patience(),
                        systems.limits(),
                        knowing(Location.ENTITY),
                        knowing(Customer.ENTITY),
                        judgement,
                        epoch.number(),
                        room,
                        orders,
                        archive,
                        outcomes,
                        exceptions),
                new PublishStage(
                        targets,
                        sources(),
                        judgement,
                        lag,
                        new StateDurations(metrics),
                        pauses,
                        troubles,
                        room,
                        switches,
                        outbox,
                        archive,
                        outcomes,
                        exceptions),
                new OperateStage(
                        targets.stream().map(TargetSpec::name).toList(),
                        epoch,
                        nextEpoch,
                        judgement,
                        outcomes,
                        exceptions,
                        switches,
                        deadlines,
                        outbox,
                        orders),
                new ReconcileStage(
                        new SourceTables(systems), epoch, judgement, switches, archive, unread, outcomes, exceptions));
        return topology.build(new TopologyConfig(new StreamsConfig(config)));
    }

    private Set<String> connectionNames() {
        return systems.connections().stream().map(Connection::name).collect(Collectors.toSet());
    }

    /** By source, how far it may be behind. */
    Map<String, Duration> sources() {
        return systems.sources().stream().collect(Collectors.toMap(Connection::name, Connection::silentAfter));
    }

    /** Connections that tell of reference data of one kind. */
    private List<String> knowing(String entity) {
        return systems.connections().stream()
                .filter(connection -> connection.system().reference().containsKey(entity))
                .map(Connection::name)
                .toList();
    }

    private Map<String, DeleteLimit> deletes() {
        return systems.connections().stream().collect(Collectors.toMap(Connection::name, Connection::deletes));
    }

    private static Ownership ownership(Systems systems) {
        return Ownership.of(
                systems.ownership().stream().flatMap(Assembly::claims).toList(), systems.succession());
    }

    private static Stream<Ownership.Claim> claims(OwnershipEntry entry) {
        return orEvery(entry.locations()).stream()
                .flatMap(location -> orEvery(entry.companies()).stream()
                        .map(company -> new Ownership.Claim(
                                entry.quantityOrMilestone(), entry.connection(), entry.entity(), location, company)));
    }

    /** What a file names, or null, which stands for every one. */
    private static List<@Nullable String> orEvery(List<String> named) {
        return named.isEmpty() ? Collections.singletonList(null) : new ArrayList<@Nullable String>(named);
    }
}
