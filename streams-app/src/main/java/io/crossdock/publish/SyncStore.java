package io.crossdock.publish;

import io.crossdock.archive.Shelf;
import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OrderSync;
import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The stores {@code syncs} and {@code unsynced}: the stamps of every milestone on its way to every target, and the ones a target
 * does not know yet. The second is small while targets answer, so that open lag is read without reading every order.
 */
public final class SyncStore {

    /** Store of all stamps. */
    public static final String ALL = "syncs";

    /** Store of the stamps that are not confirmed. */
    public static final String OPEN = "unsynced";

    private static final char END = '\u0000';

    /** Open ones that came about while we listened lie together: whoever looks for late ones need not read what a first load brought. */
    private static final String LIVE = "live" + END;

    /** Behind all of those. */
    private static final String LIVE_END = "live" + (char) (END + 1);

    private static final String LOADED = "loaded" + END;

    /** Outcomes after which nothing is open; others may be of both kinds. */
    private static final Set<String> OVER = Set.of("CONFIRMED", "UNCHANGED", "WITHDRAWN", "LEFT");

    private final KeyValueStore<String, OrderSync> all;
    private final KeyValueStore<String, OrderSync> open;

    SyncStore(KeyValueStore<String, OrderSync> all, KeyValueStore<String, OrderSync> open) {
        this.all = all;
        this.open = open;
    }

    /** How one of the two is built. */
    static StoreBuilder<KeyValueStore<String, OrderSync>> builder(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), new AvroBytes<>(OrderSync.getClassSchema()));
    }

    /** Moves the stamps of an order out of the store of all and back; what is open stays, because somebody must see it. */
    static Shelf<OrderSync> shelf(KeyValueStore<String, OrderSync> all) {
        return new Shelf<>(ALL, all, new AvroBytes<>(OrderSync.getClassSchema()));
    }

    /** The stamps of an archived order. */
    public static List<OrderSync> archived(SortedMap<String, byte[]> entries) {
        return List.copyOf(Shelf.read(entries, ALL, new AvroBytes<OrderSync>(OrderSync.getClassSchema()))
                .values());
    }

    /** A milestone that a target does not know yet. */
    void begin(Identifier self, OrderSync sync) {
        all.put(key(self, sync), sync);
        open.put(openKey(self, sync), sync);
    }

    /** The outcome of a milestone at a target: it is open no longer. */
    void end(Identifier self, OrderSync sync) {
        all.put(key(self, sync), sync);
        open.delete(openKey(self, sync));
    }

    /**
     * Milestones of an order that {@code target} does not know yet. Found by what is kept for good: what is open is deleted again soon,
     * and a scan for a key that is not there reads all deleted ones behind it; with 60,000 orders that took three quarters of a task's time.
     */
    List<OrderSync> open(Identifier self, String target) {
        List<OrderSync> found = new ArrayList<>();
        for (OrderSync sync : scan(all, self.toString() + END + target + END)) {
            OrderSync still = OVER.contains(sync.getOutcome()) ? null : open.get(openKey(self, sync));
            if (still != null) {
                found.add(still);
            }
        }
        return found;
    }

    /** Gives every milestone that a target does not know yet and that came about while we listened, of one view of the store. */
    public static void live(ReadOnlyKeyValueStore<String, OrderSync> open, Consumer<OrderSync> to) {
        try (KeyValueIterator<String, OrderSync> entries = open.prefixScan(LIVE, new StringSerializer())) {
            entries.forEachRemaining(entry -> to.accept(entry.value));
        }
    }

    /**
     * The same, some at a time, for who may not take long.
     *
     * @param after what the call before returned; null to begin
     * @return where to go on; null if nothing is left
     */
    static @Nullable String live(
            ReadOnlyKeyValueStore<String, OrderSync> open, @Nullable String after, int most, Consumer<OrderSync> to) {
        String last = after;
        try (KeyValueIterator<String, OrderSync> entries = open.range(after == null ? LIVE : after + END, LIVE_END)) {
            for (int read = 0; read < most; read++) {
                if (!entries.hasNext()) {
                    return null;
                }
                KeyValue<String, OrderSync> entry = entries.next();
                to.accept(entry.value);
                last = entry.key;
            }
        }
        return last;
    }

    /** All stamps of an order, to every target. */
    public static List<OrderSync> of(ReadOnlyKeyValueStore<String, OrderSync> all, Identifier self) {
        return scan(all, self.toString() + END);
    }

    private static List<OrderSync> scan(ReadOnlyKeyValueStore<String, OrderSync> store, String prefix) {
        List<OrderSync> found = new ArrayList<>();
        try (KeyValueIterator<String, OrderSync> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    private static String openKey(Identifier self, OrderSync sync) {
        return (sync.getLive() ? LIVE : LOADED) + key(self, sync);
    }

    private static String key(Identifier self, OrderSync sync) {
        String ofMilestone =
                self.toString() + END + sync.getTarget() + END + sync.getSubject() + END + sync.getMilestone();
        return sync.getEffect() == null ? ofMilestone : ofMilestone + END + sync.getEffect();
    }
}
