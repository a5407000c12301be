package io.crossdock.flow;

import io.crossdock.order.fact.Identifier;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a task used last, decoded, as far as there is room; the rest is read from the stores again. Dropped with the task, so that it
 * never shows what was rolled back. For one thread.
 *
 * @param <V> what is kept of a mailbox
 */
public final class Recent<V> implements AutoCloseable {

    private record Kept<V>(V value, long bytes) {}

    private final Room room;
    private final LinkedHashMap<Identifier, Kept<V>> kept = new LinkedHashMap<>(1024, 0.75f, true);
    private long taken;

    /** Nothing yet. */
    public Recent(Room room) {
        this.room = room;
        room.enter();
    }

    /** What is kept of a mailbox; null if nothing is. */
    public @Nullable V get(Identifier self) {
        Kept<V> found = kept.get(self);
        return found == null ? null : found.value;
    }

    /** Keeps this of a mailbox, which takes about so many bytes; what was not used for longest may go. */
    public void put(Identifier self, V value, long bytes) {
        Kept<V> before = kept.put(self, new Kept<>(value, bytes));
        take(bytes - (before == null ? 0 : before.bytes));
        Iterator<Kept<V>> eldest = kept.values().iterator();
        while (kept.size() > 1 && room.isTooMuch(taken)) {
            take(-eldest.next().bytes);
            eldest.remove();
        }
    }

    /** Forgets a mailbox. */
    public void remove(Identifier self) {
        Kept<V> gone = kept.remove(self);
        take(gone == null ? 0 : -gone.bytes);
    }

    /** The task ends. */
    @Override
    public void close() {
        room.leave(taken);
        kept.clear();
        taken = 0;
    }

    private void take(long bytes) {
        taken += bytes;
        room.take(bytes);
    }
}
