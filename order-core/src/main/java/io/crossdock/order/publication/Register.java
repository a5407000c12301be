package io.crossdock.order.publication;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the mailbox of a root knows of the record of its order (R150). A notice stands if its version is above all before it, so
 * that versions never go back. One that does not stand, and a word that is taken back, is answered by a fact at the root: it
 * reaches whoever holds the root's facts now, and that mailbox says its word again, above.
 *
 * @param version the highest version that was written; null if none was
 * @param by whose word stands; null if it was taken back, or nobody said any
 * @param shown true if the record is a status; false if it was ended or never written
 */
public record Register(
        @Nullable OrderVersion version, @Nullable Identifier by, boolean shown) {

    /** Of an order of which nothing was ever written. */
    public static final Register EMPTY = new Register(null, null, false);

    /**
     * What a notice comes to.
     *
     * @param register the register afterwards
     * @param write true if the record must become what the notice says
     * @param state true if what is registered must be stated as a fact at the root
     */
    public record Entry(Register register, boolean write, boolean state) {}

    /**
     * Enters a notice.
     *
     * @param topmost true if the root's mailbox has no parent: it speaks for its order itself, and what another one says is about
     *     facts that have left it
     */
    public Entry enter(Notice notice, boolean topmost) {
        if (topmost) {
            return new Entry(this, false, false);
        }
        return switch (notice) {
            case Notice.Shown said -> said(said.by(), said.version(), true);
            case Notice.Ended said -> said(said.by(), said.version(), false);
            case Notice.Left left ->
                left.by().equals(by)
                        ? new Entry(new Register(version, null, shown), false, true)
                        : new Entry(this, false, false);
            case Notice.Forgotten forgotten ->
                forgotten.by().equals(by)
                        ? new Entry(new Register(version, by, false), shown, false)
                        : new Entry(this, false, false);
        };
    }

    private Entry said(Identifier sayer, OrderVersion said, boolean isStatus) {
        if (version != null && said.compareTo(version) <= 0) {
            return new Entry(this, false, true);
        }
        // Whoever holds the facts of an ended order next must know that there was one.
        return new Entry(new Register(said, sayer, isStatus), true, !isStatus);
    }
}
