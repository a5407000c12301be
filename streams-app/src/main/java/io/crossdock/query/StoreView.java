package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Read-only views of the state stores of this instance, and where what it does not hold is held. */
public final class StoreView {

    private final KafkaStreams streams;
    private final HostInfo self;
    private final int partitions;
    private final @Nullable Copies copies;

    /**
     * Views of what a running instance works on.
     *
     * @param self host and port under which the others know this instance
     * @param partitions partitions of every topic
     */
    public StoreView(KafkaStreams streams, HostInfo self, int partitions) {
        this(streams, self, partitions, null);
    }

    private StoreView(KafkaStreams streams, HostInfo self, int partitions, @Nullable Copies copies) {
        this.streams = streams;
        this.self = self;
        this.partitions = partitions;
        this.copies = copies;
    }

    /** Views of what is complete here, whoever works on it: also of standbys, and of what is about to be taken over. */
    public StoreView including(Copies complete) {
        return new StoreView(streams, self, partitions, complete);
    }

    /**
     * Who holds what is keyed by {@code identifier}.
     *
     * @throws NotReadyException if nobody holds it yet
     */
    public Holders holders(String store, Identifier identifier) {
        KeyQueryMetadata where = metadata(store, identifier);
        List<StoreLocation> copies = where.standbyHosts().stream()
                .sorted(Comparator.comparing((HostInfo host) -> !host.equals(self)))
                .map(host -> location(where.partition(), host))
                .toList();
        HostInfo active = where.activeHost();
        return new Holders(active.equals(HostInfo.unavailable()) ? null : location(where.partition(), active), copies);
    }

    /**
     * Who holds each partition of a store.
     *
     * @throws NotReadyException if one of them is held by nobody yet
     */
    public SortedMap<Integer, Holders> allHolders(String store) {
        SortedMap<Integer, StoreLocation> active = new TreeMap<>();
        SortedMap<Integer, Set<StoreLocation>> standbys = new TreeMap<>();
        for (StreamsMetadata instance : instances(store)) {
            instance.topicPartitions()
                    .forEach(each -> active.put(each.partition(), location(each.partition(), instance.hostInfo())));
            instance.standbyTopicPartitions()
                    .forEach(each -> standbys.computeIfAbsent(each.partition(), any -> new LinkedHashSet<>())
                            .add(location(each.partition(), instance.hostInfo())));
        }
        SortedMap<Integer, Holders> all = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            StoreLocation worker = active.get(partition);
            List<StoreLocation> others = List.copyOf(standbys.getOrDefault(partition, Set.of()));
            if (worker == null && others.isEmpty()) {
                throw new NotReadyException("Nobody holds partition " + partition + " of the store '" + store + "'.");
            }
            all.put(partition, new Holders(worker, others));
        }
        return all;
    }

    /**
     * Addresses of the other instances that work on a part of a store.
     *
     * @throws NotReadyException if nobody works on a part at the moment
     */
    public SortedSet<String> elsewhere(String store) {
        SortedSet<String> addresses = new TreeSet<>();
        allHolders(store).forEach((partition, holders) -> {
            if (holders.active() == null) {
                throw new NotReadyException(
                        "Nobody works on partition " + partition + " of the store '" + store + "' at the moment.");
            }
            if (holders.active() instanceof StoreLocation.There there) {
                addresses.add(there.address());
            }
        });
        return addresses;
    }

    /**
     * The store that holds what is keyed by {@code identifier}.
     *
     * @throws NotReadyException if it is being restored, or held by another instance
     */
    public <V> ReadOnlyKeyValueStore<String, V> of(String store, Identifier identifier) {
        return partition(store, metadata(store, identifier).partition());
    }

    private KeyQueryMetadata metadata(String store, Identifier identifier) {
        try {
            KeyQueryMetadata where = streams.queryMetadataForKey(store, identifier.toString(), new StringSerializer());
            if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotReadyException("No instance holds the store '" + store + "' yet.");
            }
            return where;
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
    }

    private Collection<StreamsMetadata> instances(String store) {
        try {
            return streams.streamsMetadataForStore(store);
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
    }

    /**
     * One partition of a store.
     *
     * @throws NotReadyException if it is being restored, or held by another instance
     */
    public <V> ReadOnlyKeyValueStore<String, V> partition(String store, int partition) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> which = StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition);
        if (copies != null && !copies.isComplete(store, partition)) {
            throw new NotReadyException("The copy of the store '" + store + "' is not complete here.");
        }
        try {
            return streams.store(copies == null ? which : which.enableStaleStores());
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
    }

    /**
     * The store's partitions that this instance holds, in order; none if it holds none.
     *
     * @throws NotReadyException if one of them is being restored
     */
    public <V> List<ReadOnlyKeyValueStore<String, V>> all(String store) {
        List<ReadOnlyKeyValueStore<String, V>> views = new ArrayList<>();
        for (int partition : partitionsHere()) {
            views.add(partition(store, partition));
        }
        return views;
    }

    /** The partitions that this instance holds, in order. */
    public SortedSet<Integer> partitionsHere() {
        SortedSet<Integer> here = new TreeSet<>();
        streams.metadataForLocalThreads()
                .forEach(thread -> thread.activeTasks()
                        .forEach(task -> here.add(task.taskId().partition())));
        return here;
    }

    /**
     * A global store, of which this instance holds all.
     *
     * @throws NotReadyException if it is being restored
     */
    public <V> ReadOnlyKeyValueStore<String, V> global(String store) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore()));
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
    }

    private StoreLocation location(int partition, HostInfo host) {
        return host.equals(self)
                ? new StoreLocation.Here(partition)
                : new StoreLocation.There(partition, host.host() + ":" + host.port());
    }

    private static NotReadyException restoring(String store) {
        return new NotReadyException("The store '" + store + "' is being restored here, or held by another instance.");
    }
}
