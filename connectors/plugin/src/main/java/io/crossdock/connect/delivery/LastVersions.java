package io.crossdock.connect.delivery;

import io.crossdock.order.fact.OrderVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last version each record of the target is known to hold; forgets the records not written for longest. */
final class LastVersions {

    /**
     * What a record held.
     *
     * @param at when the target said so, by its clock
     */
    record Held(OrderVersion version, Instant at) {}

    private static final int MOST = 50_000;

    private final Map<String, Held> versions = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    /** What a record held last, null if this task does not know it. */
    synchronized @Nullable Held of(String record) {
        return versions.get(record);
    }

    /** The target said that the record holds at least this version. */
    synchronized void holds(String record, OrderVersion version, Instant at) {
        versions.merge(
                record,
                new Held(version, at),
                (known, now) -> now.version().compareTo(known.version()) >= 0 ? now : known);
    }

    /** Forgets everything: someone else may write now. */
    synchronized void clear() {
        versions.clear();
    }
}
