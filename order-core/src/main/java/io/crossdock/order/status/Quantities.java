package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up, for one line, what the owner of each quantity says; nobody else's figures count (R30, R40, R41, R44). */
final class Quantities {

    private final OrderFacts facts;
    private final Ownership ownership;
    private final Identifier base;
    private final Lines lines;

    Quantities(OrderFacts facts, Ownership ownership, Identifier base, Lines lines) {
        this.lines = lines;
        this.facts = facts;
        this.ownership = ownership;
        this.base = base;
    }

    /** The line's own figures; {@code rows} are all rows that speak of it, sorted by key, never empty. */
    LineFigures of(String number, List<LineFact> rows) {
        List<LineFact> stated = contentRows(rows);
        Statement.Line content = (stated.isEmpty() ? rows : stated).getFirst().says();
        Units units = Units.of(content.unit(), rows);
        List<LineFact> counted = units.counted();
        List<LineFact> contentRows = contentRows(counted);

        Map<Quantity, BigDecimal> sums = new EnumMap<>(Quantity.class);
        for (Quantity quantity : List.of(Quantity.BACKORDERED, Quantity.INVOICED, Quantity.CREDITED)) {
            sums.put(quantity, sum(owned(counted, quantity), quantity));
        }
        addReturns(counted, sums);
        List<LineFact> shipping = owned(counted, Quantity.SHIPPED);
        sums.putAll(chainOverPlaces(counted));
        BigDecimal untracked = total(notDeciding(shipping), Quantities::untracked);
        if (content.fulfilment() == Statement.Line.Fulfilment.PICKUP) {
            // Handed over at the counter (R57).
            sums.merge(Quantity.DELIVERED, sums.getOrDefault(Quantity.SHIPPED, BigDecimal.ZERO), BigDecimal::max);
            untracked = BigDecimal.ZERO;
        }
        return new LineFigures(
                number,
                content,
                units.unit(),
                counted,
                contentRows,
                units.leftOut(),
                ordered(contentRows),
                sums,
                own(counted, Quantity.ALLOCATED),
                total(shipping, LineFact::lost),
                untracked);
    }

    /**
     * The chain of each place by itself, and there of each line of a sales order, then their sum: units shipped in one house,
     * or for one of two sales orders, say nothing about the others. Rows that name no place may speak of any, so with them
     * the chain of all rows together counts where it reaches further (R41).
     */
    private Map<Quantity, BigDecimal> chainOverPlaces(List<LineFact> counted) {
        Map<Quantity, BigDecimal> all = chain(counted);
        Map<String, List<LineFact>> byPlace = new TreeMap<>();
        for (LineFact row : counted) {
            String place = row.location();
            if (place != null) {
                byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(row);
            }
        }
        List<List<LineFact>> parts = byPlace.values().stream()
                .flatMap(rows -> byOrigin(rows).stream())
                .toList();
        if (parts.size() < 2) {
            return all;
        }
        Map<Quantity, BigDecimal> places = new EnumMap<>(Quantity.class);
        parts.forEach(rows -> chain(rows).forEach((quantity, units) -> places.merge(quantity, units, BigDecimal::add)));
        places.forEach((quantity, units) -> all.merge(quantity, units, BigDecimal::max));
        return all;
    }

    /** The rows of one place by the line they lead to; undivided if one of them leads to none. */
    private Collection<List<LineFact>> byOrigin(List<LineFact> rows) {
        Map<Statement.LineRef, List<LineFact>> byOrigin = new LinkedHashMap<>();
        for (LineFact row : rows) {
            Statement.LineRef origin = lines.origin(row);
            if (origin == null) {
                return List.of(rows);
            }
            byOrigin.computeIfAbsent(origin, none -> new ArrayList<>()).add(row);
        }
        return byOrigin.values();
    }

    private Map<Quantity, BigDecimal> chain(List<LineFact> counted) {
        Map<Quantity, BigDecimal> chain = new EnumMap<>(Quantity.class);
        BigDecimal later = null;
        for (Quantity quantity : LineFigures.CHAIN) {
            BigDecimal own = own(counted, quantity);
            later = later == null ? own : own.max(later);
            chain.put(quantity, later);
        }
        return chain;
    }

    /** What the owner of a quantity counts, without what later steps imply. */
    private BigDecimal own(List<LineFact> counted, Quantity quantity) {
        List<LineFact> shipping = owned(counted, Quantity.SHIPPED);
        BigDecimal own = covering(owned(counted, quantity), quantity, total(shipping, LineFact::lost));
        return quantity == Quantity.DELIVERED
                ? own.add(total(notDeciding(shipping), LineFact::scannedAsDelivered))
                : own;
    }

    /**
     * Content is the owner's once it has accepted the order, or has taken it over from the system that captured it; until
     * then the capturing system's (R34).
     */
    private List<LineFact> contentRows(List<LineFact> rows) {
        List<LineFact> owners = owned(rows, Quantity.ORDERED);
        List<LineFact> captured =
                rows.stream().filter(row -> row.home().equals(base)).toList();
        boolean accepted = owners.stream().anyMatch(row -> isAccepted(row.home()));
        boolean takenOver = owners.stream()
                .anyMatch(row -> ownership.takesOver(row.fact().key().connection(), base.connection()));
        return !owners.isEmpty() && (accepted || takenOver || captured.isEmpty()) ? owners : captured;
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

    /** A counter is cumulative and still holds what was shipped in vain; a shipment's units are told by their parcel. */
    private static BigDecimal covering(List<LineFact> owned, Quantity quantity, BigDecimal lost) {
        BigDecimal shipped = BigDecimal.ZERO;
        BigDecimal counted = BigDecimal.ZERO;
        for (LineFact row : owned) {
            if (row.isOf(DocumentType.SHIPMENT)) {
                shipped = shipped.add(row.amount(quantity));
            } else {
                counted = counted.add(row.amount(quantity));
            }
        }
        return shipped.add(counted).subtract(lost.min(counted.max(BigDecimal.ZERO)));
    }

    /** What comes back: of the owner's documents, or of all where nobody owns it; received is requested too (R66). */
    private void addReturns(List<LineFact> counted, Map<Quantity, BigDecimal> sums) {
        for (Quantity quantity : List.of(Quantity.RETURN_RECEIVED, Quantity.RETURN_REQUESTED)) {
            List<LineFact> returned = counted.stream()
                    .filter(row -> ownership.hasOwner(quantity, row.location())
                            ? row.decides(quantity)
                            : row.isOf(DocumentType.RETURN))
                    .toList();
            sums.put(
                    quantity,
                    sum(returned, quantity).max(sums.getOrDefault(Quantity.RETURN_RECEIVED, BigDecimal.ZERO)));
        }
    }

    private List<LineFact> notDeciding(List<LineFact> shipping) {
        return shipping.stream().filter(row -> !row.decides(Quantity.DELIVERED)).toList();
    }

    private static BigDecimal untracked(LineFact row) {
        return row.parcel() != null && row.parcel().tracked() ? BigDecimal.ZERO : row.amount(Quantity.SHIPPED);
    }

    /** The rows that decide a quantity. */
    static List<LineFact> owned(List<LineFact> rows, Quantity quantity) {
        List<LineFact> owned = new ArrayList<>(rows.size());
        for (LineFact row : rows) {
            if (row.decides(quantity)) {
                owned.add(row);
            }
        }
        return owned;
    }

    static BigDecimal sum(Collection<LineFact> rows, Quantity quantity) {
        return total(rows, row -> row.amount(quantity));
    }

    static BigDecimal total(Collection<LineFact> rows, Function<LineFact, BigDecimal> figure) {
        BigDecimal total = BigDecimal.ZERO;
        for (LineFact row : rows) {
            total = total.add(figure.apply(row));
        }
        return total;
    }
}
