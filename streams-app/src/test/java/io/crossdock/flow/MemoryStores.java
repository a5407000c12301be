package io.crossdock.flow;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores without a topology. */
public final class MemoryStores {

    private MemoryStores() {}

    /** An empty one that is open, and that {@code context} does not know. */
    public static <V> KeyValueStore<String, V> of(MockProcessorContext<?, ?> context, String name, Serde<V> values) {
        KeyValueStore<String, V> made = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        made.init(context.getStateStoreContext(), made);
        return made;
    }
}
