package io.crossdock.exceptions;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.OpenException;
import io.crossdock.contract.OrderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The store {@code exceptions}: what is open and what may become so, under the mailbox it concerns, whether that publishes an order
 * or not. What concerns a whole connection or connector is kept under its name. Nothing is kept where all is well.
 */
public final class ExceptionStore {

    /** Name of the store. */
    public static final String NAME = "exceptions";

    private static final ExceptionEntry NOTHING = new ExceptionEntry(Map.of(), Map.of());

    private final KeyValueStore<String, ExceptionEntry> store;

    /** The open exceptions of one task. */
    public ExceptionStore(KeyValueStore<String, ExceptionEntry> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, ExceptionEntry>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME),
                Serdes.String(),
                new AvroBytes<>(ExceptionEntry.getClassSchema()));
    }

    ExceptionEntry find(String subject) {
        ExceptionEntry entry = store.get(subject);
        return entry == null ? NOTHING : entry;
    }

    void put(String subject, ExceptionEntry before, Map<String, OpenException> open, Map<String, Long> waiting) {
        if (open.equals(before.getOpen()) && waiting.equals(before.getWaiting())) {
            return;
        }
        store.put(subject, open.isEmpty() && waiting.isEmpty() ? null : new ExceptionEntry(open, waiting));
    }

    /** Those that are told one by one. */
    void told(Consumer<OrderException> to) {
        try (KeyValueIterator<String, ExceptionEntry> entries = store.all()) {
            entries.forEachRemaining(entry -> entry.value.getOpen().forEach((kind, open) -> {
                if (!open.getHeld()) {
                    to.accept(OpenExceptions.contract(entry.key, Kind.parse(kind), open, null));
                }
            }));
        }
    }

    /** What those concern that are held back. */
    List<String> withHeld() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ExceptionEntry> entries = store.all()) {
            entries.forEachRemaining(entry -> {
                if (entry.value.getOpen().values().stream().anyMatch(OpenException::getHeld)) {
                    keys.add(entry.key);
                }
            });
        }
        return keys;
    }

    /** Those of one view of the store that are not resolved, each with the key that it is kept under. */
    public static void open(
            ReadOnlyKeyValueStore<String, ExceptionEntry> store, BiConsumer<String, OrderException> to) {
        try (KeyValueIterator<String, ExceptionEntry> entries = store.all()) {
            entries.forEachRemaining(entry -> entry.value
                    .getOpen()
                    .forEach((kind, open) ->
                            to.accept(entry.key, OpenExceptions.contract(entry.key, Kind.parse(kind), open, null))));
        }
    }
}
