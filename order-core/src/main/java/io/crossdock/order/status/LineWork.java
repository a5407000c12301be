package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the lines of an order, one after the other, from what they were before where nothing about them changed. */
final class LineWork {

    private static final List<Quantity> PUBLISHED = List.of(
            Quantity.CANCELLED,
            Quantity.ALLOCATED,
            Quantity.BACKORDERED,
            Quantity.RELEASED,
            Quantity.PICKED,
            Quantity.PACKED,
            Quantity.SHIPPED,
            Quantity.DELIVERED,
            Quantity.SHORT_CLOSED,
            Quantity.RETURN_REQUESTED,
            Quantity.RETURN_RECEIVED,
            Quantity.INVOICED,
            Quantity.CREDITED);

    private final Setting setting;
    private final Lines rows;
    private final Quantities quantities;
    private final Withdrawals withdrawals;
    private final Milestones milestones;
    private final Contradictions contradictions;
    private final Map<String, WorkedLine> before;
    private final Set<Identifier> records;

    /** {@code before} are lines of an order of which nothing but rows has changed since. */
    LineWork(
            Setting setting,
            OrderFacts order,
            Lines rows,
            Withdrawals withdrawals,
            Milestones milestones,
            Map<String, WorkedLine> before) {
        this.setting = setting;
        this.quantities = new Quantities(order, setting.owners(), setting.base(), rows);
        this.rows = rows;
        this.withdrawals = withdrawals;
        this.milestones = milestones;
        this.contradictions = new Contradictions(setting.owners());
        this.before = before;
        this.records = setting.recordsBesideTheRoot();
    }

    /** All lines, by number. */
    List<WorkedLine> of() {
        List<LineFigures> figures = new ArrayList<>(rows.rows().size());
        rows.rows().forEach((number, ofLine) -> figures.add(figures(number, ofLine)));
        Families families = new Families(rows, figures);
        List<WorkedLine> lines = new ArrayList<>(figures.size());
        for (LineFigures own : figures) {
            lines.add(line(own, rows.rows().getOrDefault(own.number(), List.of()), families));
        }
        return lines;
    }

    private LineFigures figures(String number, List<LineFact> rows) {
        WorkedLine known = before.get(number);
        return known != null && known.isOf(rows) ? known.own() : quantities.of(number, rows);
    }

    private WorkedLine line(LineFigures own, List<LineFact> rows, Families families) {
        LineFigures complete = families.complete(own);
        boolean coveredByOthers = families.isCoveredByOthers(own.number());
        Families.@Nullable Tie tie = families.tie(own.number());
        WorkedLine known = before.get(own.number());
        if (known != null && known.stands(own, complete, coveredByOthers, tie)) {
            return known;
        }
        OrderLine line = withdrawals.of(complete, coveredByOthers, tie);
        OrderStatus.Line published = published(line, rows);
        return new WorkedLine(
                rows,
                own,
                complete,
                line,
                published,
                ContentHash.text(published),
                Stamps.of(milestones.ofLine(line, rows)),
                Findings.of(line, setting.prepaid()),
                contradictions.of(own, line));
    }

    private OrderStatus.Line published(OrderLine line, List<LineFact> rows) {
        Map<Quantity, BigDecimal> quantities = new EnumMap<>(Quantity.class);
        if (line.ordered() != null) {
            quantities.put(Quantity.ORDERED, Decimals.plain(line.ordered()));
        }
        PUBLISHED.forEach(quantity -> quantities.put(quantity, Decimals.plain(line.of(quantity))));
        quantities.put(
                Quantity.CANCEL_REQUESTED,
                Decimals.plain(line.of(Quantity.CANCELLED).add(line.pending())));
        Map<Position, BigDecimal> positions = new EnumMap<>(Position.class);
        Positions.of(line).forEach((position, units) -> positions.put(position, Decimals.plain(units)));
        return new OrderStatus.Line(
                line.number(),
                line.content().sku(),
                line.content().kind(),
                line.unit(),
                price(line, rows),
                line.ordered() != null,
                quantities,
                positions,
                LinePlaces.of(records, line, rows));
    }

    /** As the owner of the content says, else the order's record in another system; one in another unit is nobody's (R69). */
    private @Nullable BigDecimal price(OrderLine line, List<LineFact> rows) {
        BigDecimal owned = line.content().price();
        return owned != null
                ? Decimals.plain(owned)
                : rows.stream()
                        .filter(row -> Objects.equals(row.says().unit(), line.unit())
                                && row.says().price() != null)
                        .min(Comparator.comparing(row -> row.fact().key()))
                        .map(row ->
                                Decimals.plain(Objects.requireNonNull(row.says().price())))
                        .orElse(null);
    }
}
