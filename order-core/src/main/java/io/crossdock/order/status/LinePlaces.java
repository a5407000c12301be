package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement.LineRef;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a line is to be found in the documents of its order (R69). */
final class LinePlaces {

    private static final Comparator<LineRef> BY_DOCUMENT =
            Comparator.comparing(LineRef::document).thenComparing(LineRef::line, Lines.BY_NUMBER);

    private LinePlaces() {}

    /**
     * The places of a line.
     *
     * @param records the order's records in other systems than the root's
     * @param rows the rows that speak of it
     */
    static OrderStatus.Places of(Set<Identifier> records, OrderLine line, List<LineFact> rows) {
        List<LineRef> numbers = rows.stream()
                .filter(row -> records.contains(row.home()) || row.isOf(DocumentType.WAREHOUSE_ORDER))
                .map(row -> new LineRef(row.home(), row.says().line()))
                .distinct()
                .sorted(BY_DOCUMENT)
                .toList();
        return new OrderStatus.Places(line.content().location(), numbers, portions(line.unit(), rows));
    }

    private static SortedMap<Identifier, BigDecimal> portions(@Nullable String unit, List<LineFact> rows) {
        SortedMap<Identifier, BigDecimal> portions = new TreeMap<>();
        // Converted with all rows, as they are counted: any of them may say how many a unit holds.
        for (LineFact row : Units.of(unit, rows).counted()) {
            if (row.isOf(DocumentType.SHIPMENT) && !row.isOfCancelledDocument()) {
                portions.merge(row.home(), row.units(), BigDecimal::add);
            }
        }
        return portions;
    }
}
