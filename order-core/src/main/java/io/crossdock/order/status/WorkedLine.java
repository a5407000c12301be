package io.crossdock.order.status;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that follows for one line, with what it follows from: kept, so that an event costs the lines it touches.
 *
 * @param rows the rows that speak of it
 * @param own what they say
 * @param complete that with what its kit or substitute lends; the same object if nothing does
 * @param line what is left of it when what is withdrawn is taken off
 * @param published as it is published
 * @param text the canonical text of that
 * @param stamps its milestones, in the published order
 * @param findings what a person should know
 * @param contradictions what others say
 */
record WorkedLine(
        List<LineFact> rows,
        LineFigures own,
        LineFigures complete,
        OrderLine line,
        OrderStatus.Line published,
        String text,
        Stamps stamps,
        List<OrderException> findings,
        List<Contradiction> contradictions) {

    /** True if it was worked out from these very rows. */
    boolean isOf(List<LineFact> others) {
        return isSame(rows, others);
    }

    /** True if its figures and its relations to other lines are the same, and what it gives up does not depend on rows of other lines. */
    @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
    boolean stands(LineFigures figures, LineFigures lent, boolean coveredByOthers, Families.@Nullable Tie tie) {
        return own == figures
                && complete == lent
                && line.coveredByOthers() == coveredByOthers
                && Objects.equals(line.tie(), tie)
                && rows.stream().noneMatch(row -> row.says().closed());
    }

    /** True if both hold the very same rows. */
    @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
    static boolean isSame(List<LineFact> some, List<LineFact> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i) == others.get(i);
        }
        return same;
    }
}
