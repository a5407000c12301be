package io.crossdock.reference;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ReferenceEntry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The global stores {@code reference-<entity>}: rows by {@code <connection>:<type>:<id>}, made anew from the topic at each start. */
public final class ReferenceStore {

    private ReferenceStore() {}

    /** Name of the store of one kind of row. */
    public static String name(String entity) {
        return "reference-" + entity;
    }

    /** How the store of one kind of row is built; its changelog is {@code reference.<entity>} itself. */
    public static StoreBuilder<KeyValueStore<String, ReferenceEntry>> builder(String entity) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name(entity)),
                        Serdes.String(),
                        new AvroBytes<ReferenceEntry>(ReferenceEntry.getClassSchema()))
                .withLoggingDisabled();
    }
}
