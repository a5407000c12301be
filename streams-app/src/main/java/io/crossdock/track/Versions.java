package io.crossdock.track;

import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderVersion;
import org.jspecify.annotations.Nullable;

/** The next version of a status: above its own last one, above what it was published as elsewhere, above what a target holds. */
final class Versions {

    private Versions() {}

    /** The version after everything known, in {@code epoch} or in a higher one that a target has already seen. */
    static OrderVersion above(
            long epoch, @Nullable OrderEntry before, io.crossdock.order.fact.@Nullable OrderVersion seen) {
        io.crossdock.order.fact.OrderVersion highest = new io.crossdock.order.fact.OrderVersion(epoch, 0);
        highest = before == null ? highest : later(highest, rules(before.getVersion()));
        highest = seen == null ? highest : later(highest, seen);
        return new OrderVersion(highest.epoch(), highest.seq() + 1);
    }

    /**
     * True if {@code shown} must be raised although its content is unchanged: a target answered that it holds a higher version, or
     * the order was published from another mailbox under a version not below it.
     */
    static boolean outrun(OrderVersion shown, io.crossdock.order.fact.@Nullable OrderVersion elsewhere) {
        return elsewhere != null && elsewhere.compareTo(rules(shown)) >= 0;
    }

    /** The higher of two; null is lower than any. */
    static io.crossdock.order.fact.@Nullable OrderVersion max(
            io.crossdock.order.fact.@Nullable OrderVersion one, io.crossdock.order.fact.@Nullable OrderVersion other) {
        return one == null ? other : other == null ? one : later(one, other);
    }

    private static io.crossdock.order.fact.OrderVersion later(
            io.crossdock.order.fact.OrderVersion one, io.crossdock.order.fact.OrderVersion other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static io.crossdock.order.fact.OrderVersion rules(OrderVersion version) {
        return new io.crossdock.order.fact.OrderVersion(version.getEpoch(), version.getSeq());
    }
}
