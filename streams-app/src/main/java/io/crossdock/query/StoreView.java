package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Read-only views of the state stores of this instance, by the identifier whose partition holds the answer. */
public final class StoreView {

    private final KafkaStreams streams;
    private final int partitions;

    /** Views of a running instance with {@code partitions} partitions per topic. */
    public StoreView(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /**
     * The store that holds what is keyed by {@code identifier}.
     *
     * @throws NotReadyException if it is being restored, or held by another instance
     */
    public <V> ReadOnlyKeyValueStore<String, V> of(String store, Identifier identifier) {
        try {
            KeyQueryMetadata where = streams.queryMetadataForKey(store, identifier.toString(), new StringSerializer());
            if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotReadyException("No instance holds the store '" + store + "' yet.");
            }
            return partition(store, where.partition());
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("The store '" + store + "' is being restored.");
        }
    }

    /** The store's partitions that this instance holds, in order. */
    public <V> List<ReadOnlyKeyValueStore<String, V>> all(String store) {
        List<ReadOnlyKeyValueStore<String, V>> views = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            try {
                views.add(partition(store, partition));
            } catch (InvalidStateStoreException e) {
                throw new NotReadyException("The store '" + store + "' is being restored.");
            }
        }
        return views;
    }

    private <V> ReadOnlyKeyValueStore<String, V> partition(String store, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition));
    }
}
