package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Reached;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an arriving fact does to its home row: the greatest assertion and the greatest deletion after it are kept, and
 * every version, a superseded one too, leaves the milestones it was the first to reach. The row is a function of the set
 * of facts that arrived.
 *
 * @param row the row afterwards; equal to the row before if nothing changed
 * @param outcome what became of the fact
 * @param tie true if a statement of equal version and other content is known
 */
record Supersession(Row row, Outcome outcome, boolean tie) {

    static Supersession of(@Nullable Row before, Fact arrived) {
        Row row = before != null ? before : new Row(arrived.key(), Row.HOME, null, null, 0, 0);
        return arrived.op() == Op.ASSERT ? ofAssertion(row, arrived) : ofDeletion(row, arrived);
    }

    private static Supersession ofAssertion(Row before, Fact arrived) {
        Fact known = before.fact();
        Map<Milestone, Reached> stamps = Reached.first(arrived.reached(), Claims.of(arrived));
        if (known == null) {
            return besideDeletion(before, arrived.withReached(stamps), arrived, Outcome.APPLIED, false);
        }
        int order = FactOrder.compare(arrived, known);
        boolean tie = order != 0 && arrived.version().equals(known.version());
        Map<Milestone, Reached> all = Reached.first(known.reached(), stamps);
        if (order > 0) {
            return besideDeletion(before, arrived.withReached(all), arrived, Outcome.APPLIED, tie);
        }
        Fact kept = all.equals(known.reached()) ? known : known.withReached(all);
        return besideDeletion(before, kept, arrived, order == 0 ? Outcome.DUPLICATE : Outcome.SUPERSEDED, tie);
    }

    private static Supersession besideDeletion(Row before, Fact kept, Fact arrived, Outcome outcome, boolean tie) {
        Fact deletion = before.deletion();
        if (deletion == null) {
            return new Supersession(kept.equals(before.fact()) ? before : row(before, kept, null), outcome, tie);
        }
        boolean deletedLater = FactOrder.compare(kept, deletion) < 0;
        Fact still = deletedLater ? deletion : null;
        return new Supersession(
                kept.equals(before.fact()) && deletedLater ? before : row(before, kept, still),
                deletedLater && outcome == Outcome.APPLIED ? Outcome.SUPERSEDED : outcome,
                tie || arrived.version().equals(deletion.version()));
    }

    private static Supersession ofDeletion(Row before, Fact arrived) {
        Fact known = before.fact();
        Fact deletion = before.deletion();
        boolean tie = known != null && arrived.version().equals(known.version());
        if (known != null && FactOrder.compare(arrived, known) < 0) {
            return new Supersession(before, Outcome.SUPERSEDED, tie);
        }
        if (deletion == null) {
            return new Supersession(row(before, known, arrived), Outcome.APPLIED, tie);
        }
        int order = FactOrder.compare(arrived, deletion);
        boolean tied = tie || (order != 0 && arrived.version().equals(deletion.version()));
        return order > 0
                ? new Supersession(row(before, known, arrived), Outcome.APPLIED, tied)
                : new Supersession(before, order == 0 ? Outcome.DUPLICATE : Outcome.SUPERSEDED, tied);
    }

    private static Row row(Row before, @Nullable Fact fact, @Nullable Fact deletion) {
        return new Row(before.key(), Row.HOME, fact, deletion, 0, before.headSeq());
    }
}
