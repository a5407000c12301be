package io.crossdock.order.status;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what others say of a line with what its owners say (R83); rows are compared in the line's own unit. */
final class Contradictions {

    private static final List<Quantity> COMPARED = List.of(
            Quantity.ORDERED,
            Quantity.CANCELLED,
            Quantity.ALLOCATED,
            Quantity.RELEASED,
            Quantity.PICKED,
            Quantity.PACKED,
            Quantity.SHIPPED,
            Quantity.DELIVERED,
            Quantity.INVOICED,
            Quantity.CREDITED);

    private final Ownership ownership;

    Contradictions(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Those about one line, sorted; {@code figures} are what its own rows say. */
    List<Contradiction> of(LineFigures figures, OrderLine line) {
        TreeSet<Contradiction> found = new TreeSet<>();
        for (Quantity quantity : COMPARED) {
            compare(quantity, figures, line, found);
        }
        return List.copyOf(found);
    }

    private void compare(Quantity quantity, LineFigures figures, OrderLine line, Collection<Contradiction> found) {
        if (figures.rows().stream().noneMatch(row -> stated(row, quantity) != null && !row.decides(quantity))) {
            return;
        }
        List<LineFact> owners = Quantities.owned(figures.rows(), quantity);
        boolean undecided =
                quantity == Quantity.ORDERED && !figures.contentRows().equals(owners);
        BigDecimal owned = owned(quantity, figures, line);
        if (owners.isEmpty() || undecided || owned == null) {
            return;
        }
        FactKey owner = owners.getFirst().fact().key();
        Map<String, List<LineFact>> others = figures.rows().stream()
                .filter(row -> !row.fact().key().connection().equals(owner.connection()))
                .filter(row -> !ownership.isClaimedBy(row.fact().key(), quantity))
                .filter(row -> stated(row, quantity) != null)
                .collect(Collectors.groupingBy(row -> name(row.fact().key()), TreeMap::new, Collectors.toList()));
        others.forEach((other, rows) -> {
            BigDecimal sum = rows.stream()
                    .flatMap(row -> Stream.ofNullable(stated(row, quantity)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean withLost = quantity != Quantity.ORDERED && sum.compareTo(owned.add(figures.lost())) == 0;
            if (sum.compareTo(owned) != 0 && !withLost) {
                found.add(new Contradiction(
                        "line:" + line.number(),
                        quantity,
                        name(owner),
                        Decimals.plain(owned),
                        other,
                        Decimals.plain(sum),
                        newest(Stream.concat(owners.stream(), rows.stream()))));
            }
        });
    }

    /** What the owners say; nobody else's row speaks of what a kit or a substitute lends. */
    private static @Nullable BigDecimal owned(Quantity quantity, LineFigures figures, OrderLine line) {
        return switch (quantity) {
            case ORDERED -> line.ordered();
            case CANCELLED -> line.of(quantity);
            default -> figures.of(quantity);
        };
    }

    /** What a row says of a quantity; null if nothing: a document that has not got there says nothing yet. */
    private static @Nullable BigDecimal stated(LineFact row, Quantity quantity) {
        if (row.isOfCancelledDocument()) {
            return null;
        }
        if (quantity == Quantity.ORDERED) {
            return row.header() == null ? row.ordered() : row.says().counters().get(Quantity.ORDERED);
        }
        BigDecimal counted = quantity.countedOn(row.says());
        BigDecimal amount = row.amount(quantity);
        return counted != null || amount.signum() > 0 ? amount : null;
    }

    private static Instant newest(Stream<LineFact> rows) {
        return rows.flatMap(row -> Stream.concat(
                        Stream.of(row.fact().recordedAt()),
                        Stream.ofNullable(row.header())
                                .map(header -> header.fact().recordedAt())))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String name(FactKey key) {
        return key.connection() + "/" + key.entity();
    }
}
