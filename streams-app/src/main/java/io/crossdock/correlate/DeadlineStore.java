package io.crossdock.correlate;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.Deadline;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The store {@code deadlines}: which mailboxes are looked at again, and when, in the order of time. It is read from where the last
 * reading ended: what lies before is deleted, and deleted keys are what makes a scan slow (R142).
 */
public final class DeadlineStore {

    /** Name of the store. */
    public static final String NAME = "deadlines";

    /** Shorter than any deadline's key, so that no scan meets it. */
    private static final Bytes POSITION = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, Deadline> store;

    /** The deadlines of one task. */
    public DeadlineStore(KeyValueStore<Bytes, Deadline> store) {
        this.store = store;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<Bytes, Deadline>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), new AvroBytes<>(Deadline.getClassSchema()));
    }

    /** Sets a deadline; the same one twice is one, one that has passed is due at once. */
    public void put(Instant due, Wake why, Identifier self) {
        Instant reachable = Instant.ofEpochMilli(Math.max(due.toEpochMilli(), position()));
        store.put(key(reachable, why, self), new Deadline(reachable, why.name(), self.toString()));
    }

    /** Whether something that was due then has not been taken yet. */
    public boolean isDue(Instant then) {
        try (KeyValueIterator<Bytes, Deadline> entries = until(then)) {
            return entries.hasNext();
        }
    }

    /** Takes what is due, oldest first, at most {@code most} of it: what is left is taken next time. */
    List<Deadline> take(Instant now, int most) {
        List<Deadline> due = new ArrayList<>();
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, Deadline> entries = until(now)) {
            while (entries.hasNext() && due.size() < most) {
                var entry = entries.next();
                keys.add(entry.key);
                due.add(entry.value);
            }
        }
        if (!due.isEmpty()) {
            keys.forEach(store::delete);
            store.put(POSITION, new Deadline(due.getLast().getDueAt(), "", ""));
        }
        return due;
    }

    /** Also for a time before the position: then there is nothing, and the store would complain of such a range. */
    private KeyValueIterator<Bytes, Deadline> until(Instant then) {
        long position = position();
        return store.range(from(position), from(Math.max(position, then.toEpochMilli() + 1)));
    }

    private long position() {
        Deadline kept = store.get(POSITION);
        return kept == null ? 0 : kept.getDueAt().toEpochMilli();
    }

    private static Bytes from(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }

    private static Bytes key(Instant due, Wake why, Identifier self) {
        byte[] name = (why + "|" + self).getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(due.toEpochMilli())
                .put(name)
                .array());
    }
}
