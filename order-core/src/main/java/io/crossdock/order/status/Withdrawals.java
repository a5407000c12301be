package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.LineRef;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes off a line what is cancelled or given up, as far as it has not left the house (R42, R45, R46). */
final class Withdrawals {

    private final OrderFacts facts;
    private final Ownership ownership;
    private final Identifier base;
    private final Lines lines;
    private final boolean everythingIsAskedFor;

    Withdrawals(OrderFacts facts, Ownership ownership, Identifier base, Lines lines) {
        this.facts = facts;
        this.ownership = ownership;
        this.base = base;
        this.lines = lines;
        OrderFacts.HeaderFact captured = facts.header(base);
        this.everythingIsAskedFor = (captured != null && captured.isCancelled())
                || facts.lines().stream()
                        .anyMatch(row -> row.says().line().equals(Lines.EVERY) && isCancelRequest(row));
    }

    /** True if all of the order is to be cancelled (R46). */
    boolean everythingIsAskedFor() {
        return everythingIsAskedFor;
    }

    /** The finished line, with what is withdrawn from it. */
    OrderLine of(LineFigures line, boolean coveredByOthers, Families.@Nullable Tie tie) {
        BigDecimal ordered = line.ordered();
        BigDecimal confirmed = confirmed(line);
        BigDecimal asked = asked(line).max(confirmed);
        BigDecimal cancelled = confirmed;
        BigDecimal shortClosed = BigDecimal.ZERO;
        if (ordered != null) {
            BigDecimal unallocated =
                    ordered.subtract(line.of(Quantity.ALLOCATED)).max(BigDecimal.ZERO);
            BigDecimal coverable = ordered.subtract(line.of(Quantity.SHIPPED)).max(BigDecimal.ZERO);
            cancelled = confirmed.max(asked.min(unallocated)).min(coverable);
            shortClosed = shortClaimed(line.rows(), ordered).min(coverable.subtract(cancelled));
        }
        Map<Quantity, BigDecimal> quantities = new EnumMap<>(Quantity.class);
        quantities.putAll(line.sums());
        quantities.put(Quantity.CANCELLED, cancelled);
        quantities.put(Quantity.SHORT_CLOSED, shortClosed);
        return new OrderLine(
                line.number(),
                line.content(),
                line.unit(),
                coveredByOthers,
                tie,
                quantities,
                ordered,
                confirmed,
                asked,
                line.allocatedByOwner(),
                line.untracked(),
                line.lost(),
                line.leftOut());
    }

    /** What the owner says is cancelled; all that stands in a cancelled order, beside what the others count (R42). */
    private BigDecimal confirmed(LineFigures line) {
        List<LineFact> cancelledOrders = line.contentRows().stream()
                .filter(row -> isInCancelledOrder(row) && row.ordered() != null)
                .toList();
        BigDecimal whole = Quantities.total(cancelledOrders, LineFact::orderedOrZero);
        // Whoever decides the content now decides its cancellation, unless somebody else owns that.
        List<LineFact> deciding = Quantities.owned(line.rows(), Quantity.CANCELLED).stream()
                .filter(row -> line.contentRows().contains(row) || !row.decides(Quantity.ORDERED))
                .toList();
        List<LineFact> counting = (deciding.isEmpty() ? line.contentRows() : deciding)
                .stream().filter(row -> !cancelledOrders.contains(row)).toList();
        return whole.add(Quantities.sum(counting, Quantity.CANCELLED));
    }

    /** The largest of what the capturing system and what the requests about the line ask for; all, where all is. */
    private BigDecimal asked(LineFigures line) {
        BigDecimal ordered = line.ordered();
        if (everythingIsAskedFor && ordered != null) {
            return ordered;
        }
        List<LineFact> captured =
                line.rows().stream().filter(row -> row.home().equals(base)).toList();
        BigDecimal requested = BigDecimal.ZERO;
        for (LineFact row : line.rows()) {
            if (isCancelRequest(row)) {
                // A request without a figure is about the whole line.
                BigDecimal units =
                        row.says().quantity() == null ? ordered : row.says().quantity();
                requested = requested.add(Objects.requireNonNullElse(units, BigDecimal.ZERO));
            }
        }
        return Quantities.sum(captured, Quantity.CANCEL_REQUESTED).max(requested);
    }

    private static boolean isCancelRequest(LineFact row) {
        return row.isOf(DocumentType.CANCEL_REQUEST) && !row.isOfCancelledDocument();
    }

    private boolean isInCancelledOrder(LineFact row) {
        OrderFacts.HeaderFact header = facts.header(row.home());
        return header != null && header.isCancelled();
    }

    /**
     * What lines marked final give up: their quantity less what their connection has shipped of it. A house that works on
     * two sales orders for one line names them; what it ships for the one is not what it gives up for the other (R45).
     */
    private BigDecimal shortClaimed(List<LineFact> rows, BigDecimal ordered) {
        Map<Work, List<LineFact>> closed = rows.stream()
                .filter(row -> row.says().closed())
                .filter(this::mayClose)
                .collect(Collectors.groupingBy(this::work));
        List<LineFact> shipping = Quantities.owned(rows, Quantity.SHIPPED);
        BigDecimal claimed = BigDecimal.ZERO;
        for (Map.Entry<Work, List<LineFact>> entry : closed.entrySet()) {
            BigDecimal total = Quantities.total(entry.getValue(), row -> asked(row, ordered));
            List<LineFact> shipped = shipping.stream()
                    .filter(row -> entry.getKey().mayInclude(work(row)))
                    .toList();
            claimed = claimed.add(
                    total.subtract(Quantities.sum(shipped, Quantity.SHIPPED)).max(BigDecimal.ZERO));
        }
        return claimed;
    }

    /** What a connection was asked for: one line of a document, or the whole line where it names none. */
    private record Work(String connection, @Nullable LineRef place) {

        boolean mayInclude(Work other) {
            return connection.equals(other.connection)
                    && (place == null || other.place == null || place.equals(other.place));
        }
    }

    private Work work(LineFact row) {
        return new Work(row.fact().key().connection(), lines.reference(row));
    }

    /** Units the row was to bring: its own figure, else that of the line it names, else all. */
    private BigDecimal asked(LineFact row, BigDecimal ordered) {
        if (row.says().quantity() != null) {
            return row.says().quantity();
        }
        LineRef place = lines.reference(row);
        LineFact named = place == null ? null : lines.row(place);
        boolean inItsUnit =
                named != null && Objects.equals(named.says().unit(), row.says().unit());
        return Objects.requireNonNullElse(named != null && inItsUnit ? named.ordered() : null, ordered);
    }

    private boolean mayClose(LineFact row) {
        return ownership.hasOwner(Quantity.SHORT_CLOSED, row.location())
                ? row.decides(Quantity.SHORT_CLOSED)
                : row.decides(Quantity.ALLOCATED) || row.decides(Quantity.ORDERED);
    }
}
