package io.crossdock.archive;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.contract.ArchivedEntry;
import io.crossdock.order.fact.Identifier;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The store {@code archive}: the state of archived mailboxes, under the mailbox and the stage whose part it is, in chunks that fit
 * into a record. Shared by the stages of a task.
 *
 * <p>For each order that lives there are a dozen here, and hardly anybody asks for one of them: what makes them small is worth more than
 * what makes them quick.
 */
public final class ArchiveStore {

    /** Name of the store. */
    public static final String NAME = "archive";

    private static final char END = '\u0000';

    /** A quarter of the largest record a broker takes by default. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private final KeyValueStore<String, ArchiveChunk> store;

    /** The archive of one task. */
    public ArchiveStore(KeyValueStore<String, ArchiveChunk> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, ArchiveChunk>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroBytes<>(ArchiveChunk.getClassSchema()));
    }

    /** When a part was archived; null if it is not. */
    public @Nullable Instant since(Identifier self, Section section) {
        ArchiveChunk first = store.get(key(self, section, 0));
        return first == null ? null : first.getArchivedAt();
    }

    /** True if a part is archived. */
    public boolean holds(Identifier self, Section section) {
        return since(self, section) != null;
    }

    /** Keeps a part; entries by store and key. */
    public void put(Identifier self, Section section, Instant at, SortedMap<String, byte[]> entries) {
        int number = 0;
        int size = 0;
        List<ArchivedEntry> chunk = new ArrayList<>();
        for (var entry : entries.entrySet()) {
            if (size + entry.getValue().length > CHUNK_BYTES && !chunk.isEmpty()) {
                store.put(key(self, section, number++), PackedChunk.of(at, chunk));
                chunk = new ArrayList<>();
                size = 0;
            }
            chunk.add(new ArchivedEntry(entry.getKey(), ByteBuffer.wrap(entry.getValue())));
            size += entry.getValue().length;
        }
        store.put(key(self, section, number), PackedChunk.of(at, chunk));
    }

    /** The entries of a part; nothing if it is not there. */
    public SortedMap<String, byte[]> read(Identifier self, Section section) {
        return read(store, self, section);
    }

    /** Takes a part out again; nothing if it is not there. */
    public SortedMap<String, byte[]> take(Identifier self, Section section) {
        SortedMap<String, byte[]> entries = read(store, self, section);
        for (int number = 0; store.delete(key(self, section, number)) != null; number++) {
            // Every chunk goes.
        }
        return entries;
    }

    /** The entries of a part from any view of the store; nothing if it is not there. */
    public static SortedMap<String, byte[]> read(
            ReadOnlyKeyValueStore<String, ArchiveChunk> store, Identifier self, Section section) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        String prefix = self.toString() + END + section + END;
        try (KeyValueIterator<String, ArchiveChunk> chunks = store.prefixScan(prefix, new StringSerializer())) {
            chunks.forEachRemaining(chunk -> PackedChunk.entries(chunk.value)
                    .forEach(entry -> entries.put(entry.getKey(), bytes(entry.getValue()))));
        }
        return entries;
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String key(Identifier self, Section section, int number) {
        return self.toString() + END + section + END + String.format(Locale.ROOT, "%04d", number);
    }
}
