package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.List;
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

/** Read-only views of the state stores of this instance, and where what it does not hold is held. */
public final class StoreView {

    private final KafkaStreams streams;
    private final HostInfo self;
    private final int partitions;

    /**
     * Views of a running instance.
     *
     * @param self host and port under which the others know this instance
     * @param partitions partitions of every topic
     */
    public StoreView(KafkaStreams streams, HostInfo self, int partitions) {
        this.streams = streams;
        this.self = self;
        this.partitions = partitions;
    }

    /**
     * Where what is keyed by {@code identifier} is held.
     *
     * @throws NotReadyException if nobody holds it yet
     */
    public StoreLocation where(String store, Identifier identifier) {
        try {
            KeyQueryMetadata where = streams.queryMetadataForKey(store, identifier.toString(), new StringSerializer());
            if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotReadyException("No instance holds the store '" + store + "' yet.");
            }
            return location(where.partition(), where.activeHost());
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
    }

    /**
     * Who holds each partition of a store.
     *
     * @throws NotReadyException if one of them is held by nobody yet
     */
    public SortedMap<Integer, StoreLocation> whereAll(String store) {
        SortedMap<Integer, StoreLocation> all = new TreeMap<>();
        try {
            for (StreamsMetadata instance : streams.streamsMetadataForStore(store)) {
                instance.topicPartitions()
                        .forEach(each -> all.put(each.partition(), location(each.partition(), instance.hostInfo())));
            }
        } catch (InvalidStateStoreException e) {
            throw restoring(store);
        }
        if (all.size() < partitions) {
            throw new NotReadyException("Of " + partitions + " partitions of the store '" + store + "' " + all.size()
                    + " are held by an instance.");
        }
        return all;
    }

    /**
     * Addresses of the other instances that hold a part of a store.
     *
     * @throws NotReadyException if a part is held by nobody yet
     */
    public SortedSet<String> elsewhere(String store) {
        SortedSet<String> addresses = new TreeSet<>();
        for (StoreLocation place : whereAll(store).values()) {
            if (place instanceof StoreLocation.There there) {
                addresses.add(there.address());
            }
        }
        return addresses;
    }

    /**
     * The store that holds what is keyed by {@code identifier}.
     *
     * @throws NotReadyException if it is being restored, or held by another instance
     */
    public <V> ReadOnlyKeyValueStore<String, V> of(String store, Identifier identifier) {
        return switch (where(store, identifier)) {
            case StoreLocation.Here here -> partition(store, here.partition());
            case StoreLocation.There there ->
                throw new NotReadyException("The instance at " + there.address() + " holds " + identifier + ".");
        };
    }

    /**
     * One partition of a store.
     *
     * @throws NotReadyException if it is being restored, or held by another instance
     */
    public <V> ReadOnlyKeyValueStore<String, V> partition(String store, int partition) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                            .withPartition(partition));
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
        return new NotReadyException("The store '" + store + "' is being restored.");
    }
}
