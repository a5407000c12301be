package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up, for one line, what the owner of each quantity says; nobody else's figures count (R30, R40 to R42). */
final class Quantities {

    /** From the last to the first: a later quantity counts as every earlier one too (R41). */
    private static final List<Quantity> CHAIN = List.of(
            Quantity.DELIVERED,
            Quantity.SHIPPED,
            Quantity.PACKED,
            Quantity.PICKED,
            Quantity.RELEASED,
            Quantity.ALLOCATED);

    private final OrderFacts facts;
    private final Ownership ownership;
    private final Identifier base;

    Quantities(OrderFacts facts, Ownership ownership, Identifier base) {
        this.facts = facts;
        this.ownership = ownership;
        this.base = base;
    }

    /** The line's quantities; {@code rows} are all rows that speak of it, sorted by key, never empty. */
    OrderLine of(String number, List<LineFact> rows) {
        List<LineFact> contentRows = contentRows(rows);
        Statement.Line content =
                (contentRows.isEmpty() ? rows : contentRows).getFirst().says();
        List<LineFact> counted = rows.stream()
                .filter(row -> countsInTheUnitOf(content, row.says()))
                .toList();

        Map<Quantity, BigDecimal> sums = new EnumMap<>(Quantity.class);
        for (Quantity quantity : List.of(Quantity.BACKORDERED, Quantity.INVOICED, Quantity.CREDITED)) {
            sums.put(quantity, sum(owned(counted, quantity), quantity));
        }
        BigDecimal lost =
                owned(counted, Quantity.SHIPPED).stream().map(LineFact::lost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal later = null;
        for (Quantity quantity : CHAIN) {
            BigDecimal own = sum(owned(counted, quantity), quantity);
            // The warehouse's counters are cumulative: they still hold what it shipped in vain.
            BigDecimal covering = isCounter(quantity) ? own.subtract(lost.min(own.max(BigDecimal.ZERO))) : own;
            later = later == null ? covering : covering.max(later);
            sums.put(quantity, later);
        }
        return withWithdrawals(number, content, ordered(contentRows), counted, contentRows, sums, lost);
    }

    /** True if nothing has to be converted to add the row to the line. */
    static boolean countsInTheUnitOf(Statement.Line content, Statement.Line row) {
        return content.unit() == null || row.unit() == null || content.unit().equals(row.unit());
    }

    private OrderLine withWithdrawals(
            String number,
            Statement.Line content,
            @Nullable BigDecimal ordered,
            List<LineFact> rows,
            List<LineFact> contentRows,
            Map<Quantity, BigDecimal> sums,
            BigDecimal lost) {
        BigDecimal shipped = sums.getOrDefault(Quantity.SHIPPED, BigDecimal.ZERO);
        BigDecimal allocated = sums.getOrDefault(Quantity.ALLOCATED, BigDecimal.ZERO);
        BigDecimal confirmed = confirmed(rows, contentRows, ordered);
        BigDecimal asked = asked(rows, ordered).max(confirmed);
        BigDecimal cancelled = confirmed;
        BigDecimal shortClosed = BigDecimal.ZERO;
        if (ordered != null) {
            BigDecimal unallocated = ordered.subtract(allocated).max(BigDecimal.ZERO);
            BigDecimal coverable = ordered.subtract(shipped).max(BigDecimal.ZERO);
            cancelled = confirmed.max(asked.min(unallocated)).min(coverable);
            shortClosed = shortClaimed(rows, ordered).min(coverable.subtract(cancelled));
        }
        sums.put(Quantity.CANCELLED, cancelled);
        sums.put(Quantity.SHORT_CLOSED, shortClosed);
        BigDecimal untracked = sum(
                owned(rows, Quantity.SHIPPED).stream()
                        .filter(row -> !ownership.hasOwner(Quantity.DELIVERED, row.location()))
                        .toList(),
                Quantity.SHIPPED);
        return new OrderLine(number, content, sums, ordered, confirmed, asked, untracked, lost);
    }

    /** Content is the owner's once it has accepted the order, until then the capturing system's (R34). */
    private List<LineFact> contentRows(List<LineFact> rows) {
        List<LineFact> owners = owned(rows, Quantity.ORDERED);
        List<LineFact> captured =
                rows.stream().filter(row -> row.home().equals(base)).toList();
        boolean accepted = owners.stream().anyMatch(row -> isAccepted(row.home()));
        return !owners.isEmpty() && (accepted || captured.isEmpty()) ? owners : captured;
    }

    private boolean isAccepted(Identifier home) {
        OrderFacts.HeaderFact header = facts.header(home);
        return header != null && header.isAccepted();
    }

    private static @Nullable BigDecimal ordered(List<LineFact> contentRows) {
        BigDecimal sum = null;
        for (LineFact row : contentRows) {
            BigDecimal one = row.ordered();
            if (one == null) {
                return null;
            }
            sum = sum == null ? one : sum.add(one);
        }
        return sum;
    }

    private BigDecimal confirmed(List<LineFact> rows, List<LineFact> contentRows, @Nullable BigDecimal ordered) {
        if (ordered != null && !contentRows.isEmpty() && contentRows.stream().allMatch(this::isInCancelledOrder)) {
            return ordered;
        }
        // Whoever decides the content now decides its cancellation, unless somebody else owns that.
        List<LineFact> deciding = owned(rows, Quantity.CANCELLED).stream()
                .filter(row -> contentRows.contains(row)
                        || !ownership.decides(row.fact().key(), Quantity.ORDERED, row.location()))
                .toList();
        return sum(deciding.isEmpty() ? contentRows : deciding, Quantity.CANCELLED);
    }

    private BigDecimal asked(List<LineFact> rows, @Nullable BigDecimal ordered) {
        List<LineFact> captured =
                rows.stream().filter(row -> row.home().equals(base)).toList();
        OrderFacts.HeaderFact header = facts.header(base);
        boolean wholeOrder = header != null && header.says().state() == OrderHeader.State.CANCELLED;
        return wholeOrder && ordered != null ? ordered : sum(captured, Quantity.CANCEL_REQUESTED);
    }

    private boolean isInCancelledOrder(LineFact row) {
        OrderFacts.HeaderFact header = facts.header(row.home());
        return header != null && header.says().state() == OrderHeader.State.CANCELLED;
    }

    /** What lines marked final give up, per connection: their own quantity less what that connection has shipped (R45). */
    private BigDecimal shortClaimed(List<LineFact> rows, BigDecimal ordered) {
        Map<String, List<LineFact>> closed = rows.stream()
                .filter(row -> row.says().closed())
                .filter(this::mayClose)
                .collect(Collectors.groupingBy(row -> row.fact().key().connection()));
        BigDecimal claimed = BigDecimal.ZERO;
        for (Map.Entry<String, List<LineFact>> entry : closed.entrySet()) {
            BigDecimal shipped = sum(owned(from(rows, entry.getKey()), Quantity.SHIPPED), Quantity.SHIPPED);
            BigDecimal total = entry.getValue().stream()
                    .map(row -> Objects.requireNonNullElse(row.says().quantity(), ordered))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            claimed = claimed.add(total.subtract(shipped).max(BigDecimal.ZERO));
        }
        return claimed;
    }

    private boolean mayClose(LineFact row) {
        Predicate<Quantity> decides = quantity -> ownership.decides(row.fact().key(), quantity, row.location());
        return ownership.hasOwner(Quantity.SHORT_CLOSED, row.location())
                ? decides.test(Quantity.SHORT_CLOSED)
                : decides.test(Quantity.ALLOCATED) || decides.test(Quantity.ORDERED);
    }

    private List<LineFact> owned(List<LineFact> rows, Quantity quantity) {
        return rows.stream()
                .filter(row -> ownership.decides(row.fact().key(), quantity, row.location()))
                .toList();
    }

    private static boolean isCounter(Quantity quantity) {
        return quantity == Quantity.ALLOCATED || quantity == Quantity.RELEASED;
    }

    private static List<LineFact> from(List<LineFact> rows, String connection) {
        return rows.stream()
                .filter(row -> row.fact().key().connection().equals(connection))
                .toList();
    }

    private static BigDecimal sum(List<LineFact> rows, Quantity quantity) {
        return rows.stream().map(row -> row.amount(quantity)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
