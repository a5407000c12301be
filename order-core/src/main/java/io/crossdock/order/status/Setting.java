package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all lines of an order have in common. While it is the same, a line is what its rows and its relations make it.
 *
 * @param owners who decides in this order
 * @param base the identifier whose numbering counts
 * @param headers its records, by identifier
 * @param everythingIsAskedFor true if all of it is to be cancelled
 * @param prepaid true if an invoice may come before the shipment
 */
record Setting(
        Ownership owners,
        Identifier base,
        List<OrderFacts.HeaderFact> headers,
        boolean everythingIsAskedFor,
        boolean prepaid) {

    static Setting of(OrderFacts order, Ownership owners, Identifier base, Withdrawals withdrawals, Axes axes) {
        return new Setting(
                owners,
                base,
                List.copyOf(order.headers().values()),
                withdrawals.everythingIsAskedFor(),
                axes.prepaid());
    }

    /** The order's records in other systems than the one whose numbering counts. */
    Set<Identifier> recordsBesideTheRoot() {
        return headers.stream()
                .map(header -> header.fact().home())
                .filter(home -> !home.equals(base))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was agreed on: by the record whose numbering counts, else by the first record that says it. */
    OrderStatus.Terms terms() {
        return new OrderStatus.Terms(
                first(Statement.OrderHeader::currency),
                prepaid,
                first(Statement.OrderHeader::priority),
                first(Statement.OrderHeader::requestedDate));
    }

    private @Nullable String first(Function<Statement.OrderHeader, @Nullable String> said) {
        return headers.stream()
                .sorted(Comparator.comparing(header -> !header.fact().home().equals(base)))
                .map(header -> said.apply(header.says()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** True if nothing in it differs; the records must be the very same ones. */
    @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
    boolean isThatOf(@Nullable Setting other) {
        if (other == null || headers.size() != other.headers.size()) {
            return false;
        }
        boolean same = owners == other.owners
                && base.equals(other.base)
                && everythingIsAskedFor == other.everythingIsAskedFor
                && prepaid == other.prepaid;
        for (int i = 0; same && i < headers.size(); i++) {
            same = headers.get(i) == other.headers.get(i);
        }
        return same;
    }
}
