package io.crossdock.track;

import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderVersion;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The next version of a status: above its own last one, above what it was published as elsewhere, above what a target holds. */
final class Versions {

    private Versions() {}

    /** The version after everything known, in {@code epoch} or in a higher one that a target has already seen. */
    static OrderVersion above(long epoch, @Nullable OrderEntry before, Collection<Fact> facts) {
        io.crossdock.order.fact.OrderVersion highest = new io.crossdock.order.fact.OrderVersion(epoch, 0);
        if (before != null) {
            highest = max(highest, rules(before.getVersion()));
        }
        for (Fact fact : facts) {
            highest = max(highest, seen(fact));
        }
        return new OrderVersion(highest.epoch(), highest.seq() + 1);
    }

    /**
     * True if {@code shown} must be raised although its content is unchanged: a target answered that it holds a higher version, or
     * the order was published from another mailbox under a version not below it.
     */
    static boolean outrun(OrderVersion shown, Identifier self, Collection<Fact> facts) {
        io.crossdock.order.fact.OrderVersion ours = rules(shown);
        for (Fact fact : facts) {
            boolean here = fact.home().equals(self);
            io.crossdock.order.fact.OrderVersion theirs = switch (fact.statement()) {
                case Statement.Receipt receipt when receipt.found() != null -> receipt.found();
                case Statement.FormerOrder former when !here -> former.version();
                case Statement.Receipt receipt when !here -> receipt.version();
                case null, default -> null;
            };
            if (theirs != null && theirs.compareTo(ours) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static io.crossdock.order.fact.@Nullable OrderVersion seen(Fact fact) {
        return switch (fact.statement()) {
            case Statement.Receipt receipt ->
                receipt.found() == null ? receipt.version() : max(receipt.version(), receipt.found());
            case Statement.FormerOrder former -> former.version();
            case null, default -> null;
        };
    }

    private static io.crossdock.order.fact.OrderVersion max(
            io.crossdock.order.fact.OrderVersion one, io.crossdock.order.fact.@Nullable OrderVersion other) {
        return other == null || one.compareTo(other) >= 0 ? one : other;
    }

    private static io.crossdock.order.fact.OrderVersion rules(OrderVersion version) {
        return new io.crossdock.order.fact.OrderVersion(version.getEpoch(), version.getSeq());
    }
}
