package io.crossdock.track;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OrderEntry;
import io.crossdock.order.fact.Identifier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The store {@code orders}: the last published status of each topmost mailbox, under the mailbox's identifier. */
public final class OrderStore {

    /** Name of the store. */
    public static final String NAME = "orders";

    private final KeyValueStore<String, OrderEntry> store;

    OrderStore(KeyValueStore<String, OrderEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, OrderEntry>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(OrderEntry.getClassSchema()));
    }

    @Nullable
    OrderEntry find(Identifier self) {
        return store.get(self.toString());
    }

    void put(Identifier self, OrderEntry entry) {
        store.put(self.toString(), entry);
    }
}
