package io.crossdock.archive;

import io.crossdock.codec.AvroBytes;
import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Moves what one live store keeps of a mailbox out of it and back: what is under the mailbox's identifier, and under that and a zero
 * character.
 *
 * @param <V> contract of the store's values
 */
public final class Shelf<V extends SpecificRecordBase> {

    private static final char END = '\u0000';

    private final String name;
    private final KeyValueStore<String, V> store;
    private final AvroBytes<V> bytes;

    /** Of the store {@code name}, whose values are written as {@code bytes} writes them. */
    public Shelf(String name, KeyValueStore<String, V> store, AvroBytes<V> bytes) {
        this.name = name;
        this.store = store;
        this.bytes = bytes;
    }

    /** Takes everything of a mailbox out of the live store. */
    public void clearInto(Map<String, byte[]> entries, Identifier self) {
        String id = self.toString();
        List<KeyValue<String, V>> found = new ArrayList<>();
        V head = store.get(id);
        if (head != null) {
            found.add(new KeyValue<>(id, head));
        }
        try (KeyValueIterator<String, V> parts = store.prefixScan(id + END, new StringSerializer())) {
            parts.forEachRemaining(found::add);
        }
        for (KeyValue<String, V> entry : found) {
            byte[] value = bytes.serialize(name, entry.value);
            if (value != null) {
                entries.put(name + END + entry.key.substring(id.length()), value);
            }
            store.delete(entry.key);
        }
    }

    /** Puts it back. */
    public void restoreFrom(SortedMap<String, byte[]> entries, Identifier self) {
        read(entries, name, bytes).forEach((key, value) -> store.put(self + key, value));
    }

    /** What archived entries hold of the store {@code name}, by the rest of the key behind the mailbox's identifier. */
    public static <V extends SpecificRecordBase> SortedMap<String, V> read(
            SortedMap<String, byte[]> entries, String name, AvroBytes<V> bytes) {
        SortedMap<String, V> values = new TreeMap<>();
        String prefix = name + END;
        entries.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), bytes.read(value));
            }
        });
        return values;
    }
}
