package io.crossdock.connect.delivery;

import io.crossdock.order.fact.OrderVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last version each record of the target is known to hold; forgets the records not written for longest. */
final class LastVersions {

    private static final int MOST = 50_000;

    private final Map<String, OrderVersion> versions = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OrderVersion> eldest) {
            return size() > MOST;
        }
    };

    /** The version of a record, null if this task does not know it. */
    synchronized @Nullable OrderVersion of(String record) {
        return versions.get(record);
    }

    /** The record holds at least this version. */
    synchronized void holds(String record, OrderVersion version) {
        versions.merge(record, version, (known, now) -> now.compareTo(known) > 0 ? now : known);
    }

    /** Forgets everything: someone else may write now. */
    synchronized void clear() {
        versions.clear();
    }
}
