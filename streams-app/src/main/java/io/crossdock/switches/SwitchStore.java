package io.crossdock.switches;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.SwitchState;
import io.crossdock.order.outbox.Mode;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The store {@code switches}: how each target was switched last, and where a rebuild stands, in each task. A target that was never
 * switched is as its file says.
 */
public final class SwitchStore {

    /** Name of the store. */
    public static final String NAME = "switches";

    /** Under which the rebuild stands; no connection is called so. */
    public static final String REBUILD = "*";

    private final KeyValueStore<String, SwitchState> store;

    /** The switches of one task. */
    public SwitchStore(KeyValueStore<String, SwitchState> store) {
        this.store = store;
    }

    /** How the store is built: a handful of entries that every record asks for. */
    public static StoreBuilder<KeyValueStore<String, SwitchState>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(SwitchState.getClassSchema()));
    }

    /** How {@code target} was switched; null if it never was. */
    public @Nullable SwitchState find(String target) {
        return store.get(target);
    }

    /** Switches it. */
    public void put(String target, SwitchState state) {
        store.put(target, state);
    }

    /** How it stands; {@code otherwise} if it was never switched. */
    public Mode mode(String target, Mode otherwise) {
        SwitchState state = store.get(target);
        return state == null ? otherwise : new Mode(state.getLive(), state.getSince());
    }

    /** True once what people asked for is asked of this epoch, and not of the one before the rebuild. */
    public boolean hasBegun(Epoch epoch) {
        SwitchState rebuild = store.get(REBUILD);
        return !epoch.isRebuilt() || (rebuild != null && rebuild.getEpoch() >= epoch.number());
    }

    /** True unless what is worked out is kept back until the rebuild is done. */
    public boolean publishes(Epoch epoch) {
        SwitchState rebuild = store.get(REBUILD);
        return !epoch.isRebuilt() || (rebuild != null && rebuild.getEpoch() == epoch.number() && rebuild.getLive());
    }
}
