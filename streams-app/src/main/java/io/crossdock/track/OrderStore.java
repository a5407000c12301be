package io.crossdock.track;

import io.crossdock.archive.Shelf;
import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderPart;
import io.crossdock.contract.OrderStatus;
import io.crossdock.flow.Recent;
import io.crossdock.flow.Room;
import io.crossdock.order.fact.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * The stores {@code orders} and {@code order-parts}: the last published status of each topmost mailbox, its head under the
 * mailbox's identifier, its parts under that and their names. An event writes the head and the parts it changed, however large the
 * order is.
 */
public final class OrderStore {

    /** Store of the heads. */
    public static final String NAME = "orders";

    /** Store of the parts. */
    public static final String PARTS = "order-parts";

    private static final AvroBytes<OrderEntry> HEADS = new AvroBytes<>(OrderEntry.getClassSchema());
    private static final AvroBytes<OrderPart> PART = new AvroBytes<>(OrderPart.getClassSchema());
    private static final char END = '\u0000';

    /** Of a line, shipment or milestone, decoded, about. */
    private static final long BYTES_A_PART = 700;

    private final KeyValueStore<String, OrderEntry> heads;
    private final KeyValueStore<String, OrderPart> parts;
    private final Recent<SortedMap<String, OrderPart>> decoded;

    OrderStore(KeyValueStore<String, OrderEntry> heads, KeyValueStore<String, OrderPart> parts, Room room) {
        this.decoded = new Recent<>(room);
        this.heads = heads;
        this.parts = parts;
    }

    /** How the store of heads is built. */
    public static StoreBuilder<KeyValueStore<String, OrderEntry>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), HEADS);
    }

    /** How the store of parts is built. */
    public static StoreBuilder<KeyValueStore<String, OrderPart>> partsBuilder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(PARTS), Serdes.String(), PART);
    }

    /** The head; its status, if any, is without parts. */
    @Nullable
    OrderEntry find(Identifier self) {
        return heads.get(self.toString());
    }

    /** The whole status behind a head. */
    OrderStatus whole(Identifier self, OrderStatus head) {
        return OrderParts.join(head, known(self));
    }

    /** The whole status behind a head, from any view of the store of parts. */
    public static OrderStatus whole(ReadOnlyKeyValueStore<String, OrderPart> parts, String self, OrderStatus head) {
        return OrderParts.join(head, read(parts, self));
    }

    /** Writes the parts that differ from the ones known; answers which milestones that makes and takes back. */
    Changes write(Identifier self, OrderStatus status, List<MilestoneStamp> stamps) {
        SortedMap<String, OrderPart> before = known(self);
        SortedMap<String, OrderPart> after = OrderParts.of(status, stamps);
        Changes changes = Changes.between(before, after);
        after.forEach((name, part) -> {
            if (!Objects.equals(before.get(name), part)) {
                parts.put(key(self, name), part);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> parts.delete(key(self, name)));
        decoded.put(self, after, after.size() * BYTES_A_PART);
        return changes;
    }

    /** Writes the head of a status. */
    void put(Identifier self, OrderEntry entry) {
        heads.put(self.toString(), entry);
    }

    /** Forgets the parts: nothing is published from there any more. */
    void clear(Identifier self) {
        known(self).keySet().forEach(name -> parts.delete(key(self, name)));
        decoded.remove(self);
    }

    /** Takes everything of an order out of the stores. */
    void clearInto(SortedMap<String, byte[]> entries, Identifier self) {
        new Shelf<>(NAME, heads, HEADS).clearInto(entries, self);
        new Shelf<>(PARTS, parts, PART).clearInto(entries, self);
        decoded.remove(self);
    }

    /** Puts it back. */
    void restoreFrom(SortedMap<String, byte[]> entries, Identifier self) {
        new Shelf<>(NAME, heads, HEADS).restoreFrom(entries, self);
        new Shelf<>(PARTS, parts, PART).restoreFrom(entries, self);
        decoded.remove(self);
    }

    /** The head of an archived order; null if there is none. */
    static @Nullable OrderEntry archivedEntry(SortedMap<String, byte[]> entries) {
        return Shelf.read(entries, NAME, HEADS).get("");
    }

    /** What is kept of a forgotten order: its head alone, so that its versions never start again. */
    static SortedMap<String, byte[]> forgotten(OrderEntry entry) {
        OrderEntry head = OrderEntry.newBuilder(entry)
                .setStatus(null)
                .setArchiveParts(0)
                .setRecordShown(false)
                .build();
        byte[] bytes = Objects.requireNonNull(HEADS.serialize(NAME, head));
        return new TreeMap<>(Map.of(NAME + END, bytes));
    }

    /** The whole status of an archived order; null if it is forgotten. */
    public static @Nullable OrderStatus archived(SortedMap<String, byte[]> entries) {
        OrderEntry entry = archivedEntry(entries);
        if (entry == null || entry.getStatus() == null) {
            return null;
        }
        SortedMap<String, OrderPart> named = new TreeMap<>();
        Shelf.read(entries, PARTS, PART).forEach((key, part) -> named.put(key.substring(1), part));
        return OrderParts.join(entry.getStatus(), named);
    }

    void close() {
        decoded.close();
    }

    private SortedMap<String, OrderPart> known(Identifier self) {
        SortedMap<String, OrderPart> kept = decoded.get(self);
        if (kept != null) {
            return kept;
        }
        SortedMap<String, OrderPart> stored = read(parts, self.toString());
        decoded.put(self, stored, stored.size() * BYTES_A_PART);
        return stored;
    }

    private static SortedMap<String, OrderPart> read(ReadOnlyKeyValueStore<String, OrderPart> store, String self) {
        SortedMap<String, OrderPart> found = new TreeMap<>();
        String prefix = self + END;
        try (KeyValueIterator<String, OrderPart> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.put(entry.key.substring(prefix.length()), entry.value));
        }
        return found;
    }

    private static String key(Identifier self, String name) {
        return self.toString() + END + name;
    }
}
