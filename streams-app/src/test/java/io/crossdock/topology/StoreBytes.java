package io.crossdock.topology;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/** A store as its changelog has it: keys and values in bytes, below the serdes. */
final class StoreBytes {

    private StoreBytes() {}

    /** Every entry. */
    static SortedMap<Bytes, byte[]> of(TopologyTestDriver driver, String store) {
        SortedMap<Bytes, byte[]> entries = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = innermost(driver, store).all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
        return entries;
    }

    /** Puts entries back, as a restore from the changelog does. */
    static void restore(TopologyTestDriver driver, String store, SortedMap<Bytes, byte[]> entries) {
        KeyValueStore<Bytes, byte[]> bytes = innermost(driver, store);
        entries.forEach(bytes::put);
    }

    @SuppressWarnings("unchecked") // Below the serdes every key-value store holds bytes.
    private static KeyValueStore<Bytes, byte[]> innermost(TopologyTestDriver driver, String name) {
        StateStore store = Objects.requireNonNull(driver.getKeyValueStore(name), name);
        while (store instanceof WrappedStateStore<?, ?, ?> wrapper) {
            store = wrapper.wrapped();
        }
        return (KeyValueStore<Bytes, byte[]>) store;
    }
}
