package io.crossdock.reconcile;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.SourceTally;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The global store {@code rounds}: how every entity stands in every partition, made anew from {@code source.rounds} at each start. */
public final class RoundStore {

    /** Name of the store. */
    public static final String NAME = "rounds";

    private RoundStore() {}

    /** How the store is built; its changelog is {@code source.rounds} itself. */
    public static StoreBuilder<KeyValueStore<String, SourceTally>> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(NAME),
                        Serdes.String(),
                        new AvroBytes<SourceTally>(SourceTally.getClassSchema()))
                .withLoggingDisabled();
    }

    /** What every instance makes of every record of {@code source.rounds}. */
    public static ProcessorSupplier<String, SourceTally, Void, Void> stage() {
        return Keeper::new;
    }

    /** Key of an entity in a partition. */
    static String key(String connection, String entity, int partition) {
        return connection + "|" + entity + "|" + partition;
    }

    /** How every entity stands, over all partitions, in the order of their names. */
    public static List<EntityStanding> all(ReadOnlyKeyValueStore<String, SourceTally> store) {
        List<SourceTally> tallies = new ArrayList<>();
        try (KeyValueIterator<String, SourceTally> entries = store.all()) {
            entries.forEachRemaining(entry -> tallies.add(entry.value));
        }
        return EntityStanding.of(tallies);
    }

    private static final class Keeper extends ContextualProcessor<String, SourceTally, Void, Void> {

        @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
        private KeyValueStore<String, SourceTally> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore(NAME);
        }

        @Override
        public void process(Record<String, SourceTally> input) {
            store.put(input.key(), input.value());
        }
    }
}
