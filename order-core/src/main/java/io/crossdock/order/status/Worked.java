package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order from which most of its next projection is made, because most of them are the same then.
 *
 * @param unplaced its facts
 * @param order its facts, each row in its package
 * @param packages its packages
 * @param setting what its lines have in common
 * @param lines its lines, by number
 * @param documents milestones of its documents
 */
record Worked(
        OrderFacts unplaced,
        OrderFacts order,
        Packages packages,
        Setting setting,
        Map<String, WorkedLine> lines,
        Map<Identifier, Document> documents) {

    /** The milestones of a document, with all that they follow from. */
    record Document(
            OrderFacts.DocumentFact header,
            List<LineFact> rows,
            @Nullable Parcel whole,
            Stamps stamps) {

        @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
        boolean isOf(OrderFacts.DocumentFact other, List<LineFact> others, @Nullable Parcel packages) {
            return header == other && whole == packages && WorkedLine.isSame(rows, others);
        }
    }

    static Map<String, WorkedLine> byNumber(Collection<WorkedLine> lines) {
        Map<String, WorkedLine> byNumber = new HashMap<>();
        lines.forEach(line -> byNumber.put(line.line().number(), line));
        return byNumber;
    }
}
