package io.crossdock.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.config.Settings;
import io.crossdock.observe.RecentLag;
import io.crossdock.operate.Act;
import io.crossdock.publish.SyncStore;
import io.crossdock.query.ByAge;
import io.crossdock.query.Copies;
import io.crossdock.query.Locator;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Peers;
import io.crossdock.query.Rungs;
import io.crossdock.query.StoreView;
import io.crossdock.query.http.ExceptionList;
import io.crossdock.query.http.Freshness;
import io.crossdock.query.http.LagRoutes;
import io.crossdock.query.http.LagSummary;
import io.crossdock.query.http.OrderRoutes;
import io.crossdock.query.http.SourceList;
import io.crossdock.query.http.SwitchList;
import io.crossdock.query.http.TargetList;
import io.crossdock.reconcile.SourceTables;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;

/** What can be asked of all instances, here: own stores, copies of the others', and the others themselves. Decides nothing. */
final class ReadSide implements AutoCloseable {

    private final Systems systems;
    private final Peers peers = new Peers();
    private final StoreView stores;
    private final Copies copies;
    private final HeardSources heard;
    private final LocalStores local;
    private final OrderQueries orders;
    private final ByAge byAge;
    private final Map<String, String> modes;

    ReadSide(Settings settings, Systems systems, Epoch epoch, Assembly assembly, KafkaStreams streams) {
        this.systems = systems;
        this.stores = new StoreView(streams, StreamsSettings.address(settings), settings.partitions());
        this.heard = new HeardSources(stores);
        this.local = new LocalStores(stores);
        this.copies = Copies.of(streams);
        this.copies.start();
        this.orders = new OrderQueries(stores, assembly.projection(), systems.identifierTypes());
        this.byAge = new ByAge(
                orders, new OrderQueries(stores.including(copies), assembly.projection(), systems.identifierTypes()));
        this.modes = modes(systems, epoch);
    }

    private static Map<String, String> modes(Systems systems, Epoch epoch) {
        boolean muted = epoch.isRebuilt();
        return systems.targets().stream()
                .collect(Collectors.toMap(
                        Connection::name,
                        connection -> muted ? Act.OBSERVE : connection.target().text()));
    }

    HeardSources heard() {
        return heard;
    }

    LocalStores local() {
        return local;
    }

    Copies copies() {
        return copies;
    }

    /** Whether this instance works on a partition. */
    boolean holds(int partition) {
        return stores.partitionsHere().contains(partition);
    }

    ExceptionList exceptions() {
        return new ExceptionList(orders, stores, peers);
    }

    SwitchList switches() {
        return new SwitchList(orders, stores, peers, modes);
    }

    TargetList targets() {
        return new TargetList(orders, stores, peers, modes);
    }

    OrderRoutes orderRoutes(Freshness freshness) {
        Locator locator = new Locator(Rungs.everywhere(stores, byAge, peers), systems.identifierTypeNames());
        return new OrderRoutes(locator, byAge, stores, peers, freshness);
    }

    LagRoutes lagRoutes(RecentLag recent, Freshness freshness, Clock clock) {
        return new LagRoutes(
                new LagSummary(recent, local::unsynced, this::others, clock),
                new SourceList(new SourceTables(systems).entities(), local::standings, heard::knownWatermark),
                freshness);
    }

    /** What all other instances answer to a path. */
    private List<ObjectNode> others(String path) {
        return peers.items(stores.elsewhere(SyncStore.OPEN), path);
    }

    @Override
    public void close() {
        copies.close();
    }
}
