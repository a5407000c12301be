package io.crossdock.publish;

import io.crossdock.archive.Shelf;
import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.OutboxView;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.View;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The store {@code outbox}: what each target should know of each order, does know, and is being told. */
public final class OutboxStore {

    /** Name of the store. */
    public static final String NAME = "outbox";

    private static final char END = '\u0000';

    private final KeyValueStore<String, OutboxEntry> store;

    OutboxStore(KeyValueStore<String, OutboxEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, OutboxEntry>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(OutboxEntry.getClassSchema()));
    }

    /** Moves what the targets know of an order out of the store and back. */
    static Shelf<OutboxEntry> shelf(KeyValueStore<String, OutboxEntry> store) {
        return new Shelf<>(NAME, store, new AvroBytes<>(OutboxEntry.getClassSchema()));
    }

    /** What is known of one order and target; the empty state if nothing is. */
    OutboxState find(Identifier self, String target) {
        OutboxEntry entry = store.get(key(self, target));
        return entry == null
                ? OutboxState.EMPTY
                : new OutboxState(
                        view(entry.getDesired()),
                        view(entry.getInFlight()),
                        view(entry.getKnown()),
                        view(entry.getParked()),
                        entry.getParkedDetail());
    }

    void put(Identifier self, String target, OutboxState state) {
        store.put(
                key(self, target),
                new OutboxEntry(
                        avro(state.desired()),
                        avro(state.inFlight()),
                        avro(state.known()),
                        avro(state.parked()),
                        state.parkedDetail()));
    }

    void remove(Identifier self, String target) {
        store.delete(key(self, target));
    }

    private static String key(Identifier self, String target) {
        return self.toString() + END + target;
    }

    private static @Nullable View view(@Nullable OutboxView view) {
        return view == null
                ? null
                : new View(VersionCodec.fromAvro(view.getVersion()), view.getContentHash(), view.getTargetKey());
    }

    private static @Nullable OutboxView avro(@Nullable View view) {
        return view == null
                ? null
                : new OutboxView(VersionCodec.toAvro(view.version()), view.contentHash(), view.targetKey());
    }
}
