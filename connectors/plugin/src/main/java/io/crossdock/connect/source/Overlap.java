package io.crossdock.connect.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been read lately. Each poll looks back, because a transaction may commit after a later stamp has been read; this
 * memory keeps what was read already from being written again. It does not survive a restart, after which the window is
 * written once more.
 */
final class Overlap {

    private final Duration window;
    private final Map<String, Instant> seen = new HashMap<>();

    Overlap(Duration window) {
        this.window = window;
    }

    /** True if polls do not look back. */
    boolean isNone() {
        return window.isZero();
    }

    /** Where the next poll starts. */
    Instant start(Instant cursor) {
        return cursor.minus(window);
    }

    /** Remembers a position; true if it is new. */
    boolean add(Position position) {
        return !position.stamp().equals(seen.put(position.id(), position.stamp()));
    }

    /** Forgets what the next poll cannot meet. */
    void prune(Instant cursor) {
        Instant start = start(cursor);
        seen.values().removeIf(stamp -> stamp.isBefore(start));
    }
}
