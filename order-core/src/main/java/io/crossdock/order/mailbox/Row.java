package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox keeps about one fact key, as told by one sender.
 *
 * @param key what the fact speaks about
 * @param via the child that told it, as text; empty for a fact that is at home here
 * @param fact the greatest assertion with all first-reached stamps; null if only a deletion is known
 * @param deletion home rows: the greatest deletion, kept only while it is greater than {@code fact}
 * @param seq rows of a child: the child's counter when it said so; 0 for home rows
 * @param headSeq this mailbox's own counter when the row was written
 */
public record Row(
        FactKey key,
        String via,
        @Nullable Fact fact,
        @Nullable Fact deletion,
        long seq,
        long headSeq) {

    /** The {@code via} of a fact that is at home here. */
    public static final String HOME = "";

    boolean isHome() {
        return via.isEmpty();
    }

    /** True if this row's assertion says that the thing the mailbox names has ended: deletions are then housekeeping. */
    boolean saysFinal() {
        return isHome()
                && fact != null
                && switch (fact.statement()) {
                    case Statement.Document document -> document.finished();
                    case Statement.OrderHeader header ->
                        header.state() == Statement.OrderHeader.State.CLOSED
                                || header.state() == Statement.OrderHeader.State.CANCELLED;
                    case null, default -> false;
                };
    }

    /** True if the row stands or falls with the finality of the mailbox's own document. */
    boolean dependsOnFinality() {
        return deletion != null && deletion.op() == Op.RETRACT_UNLESS_FINAL;
    }

    /** The fact that stands, or null if it was deleted. */
    @Nullable
    Fact standing(boolean ownDocumentIsFinal) {
        if (deletion == null || (deletion.op() == Op.RETRACT_UNLESS_FINAL && ownDocumentIsFinal)) {
            return fact;
        }
        return null;
    }

    Row withHeadSeq(long counter) {
        return new Row(key, via, fact, deletion, seq, counter);
    }
}
