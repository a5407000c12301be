package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one effect, by all receipts that stand for it, whichever mailbox sent it: one that was applied anywhere is done.
 *
 * @param fate the best of them
 * @param version version of the message the fate is of
 * @param contentHash content of that message
 * @param detail what the target said; null if it said nothing
 */
public record Told(
        Fate fate,
        OrderVersion version,
        String contentHash,
        @Nullable String detail) {

    /** From the least to the most final. */
    public enum Fate {
        /** Refused or given up; another content may cure it. */
        REFUSED,
        /** Sent, not yet answered. */
        IN_FLIGHT,
        /** The target has no such thing: it will never be done. */
        UNSUPPORTED,
        /** Left to whoever did such things before the target went live: it was never asked for (R180). */
        LEFT,
        /** Done. */
        DONE
    }

    /** What became of each effect, by its key, by the receipts of one target that stand in one mailbox. */
    public static Map<String, Told> of(Collection<Receipt> receipts) {
        Map<String, Told> told = new HashMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.effect() != null) {
                told.merge(receipt.effect(), of(receipt), Told::better);
            }
        }
        return told;
    }

    /** True if nothing more will be sent for it. */
    public boolean isFinal() {
        return isOver() || fate == Fate.UNSUPPORTED;
    }

    /** True if the target, or somebody else, has done it. */
    public boolean isOver() {
        return fate == Fate.DONE || fate == Fate.LEFT;
    }

    /** True if it was refused, and what is wanted now is something else: told under a version of its own. */
    boolean isCuredBy(Effect effect, OrderVersion now) {
        return fate == Fate.REFUSED && !contentHash.equals(effect.contentHash()) && now.compareTo(version) > 0;
    }

    private static Told of(Receipt receipt) {
        Fate fate = switch (receipt.outcome()) {
            case APPLIED, FENCED -> Fate.DONE;
            case UNSUPPORTED -> Fate.UNSUPPORTED;
            case LEFT -> Fate.LEFT;
            case IN_FLIGHT -> Fate.IN_FLIGHT;
            case REJECTED, PARKED -> Fate.REFUSED;
        };
        return new Told(fate, receipt.version(), receipt.contentHash(), receipt.detail());
    }

    private static Told better(Told one, Told other) {
        int byFate = one.fate.compareTo(other.fate);
        int compared = byFate != 0 ? byFate : one.version.compareTo(other.version);
        return compared >= 0 ? one : other;
    }
}
