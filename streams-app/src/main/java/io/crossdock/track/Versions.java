package io.crossdock.track;

import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/** Which of several versions is the highest. */
final class Versions {

    private Versions() {}

    /** The higher of two; null is lower than any. */
    static @Nullable OrderVersion max(@Nullable OrderVersion one, @Nullable OrderVersion other) {
        return one == null ? other : other == null || one.compareTo(other) >= 0 ? one : other;
    }
}
