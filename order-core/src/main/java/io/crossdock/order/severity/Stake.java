package io.crossdock.order.severity;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.OrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is at stake with an order (R173).
 *
 * @param customer customer code; null if unknown
 * @param tier how important the customer is, as reference data says; null if unknown
 * @param locations codes of the places that its units come from, sorted
 * @param values what is ordered and not cancelled is worth, by ISO 4217 code; empty where no price is known
 * @param wanted requested ship date; null if none
 */
public record Stake(
        @Nullable String customer,
        @Nullable String tier,
        List<String> locations,
        Map<String, BigDecimal> values,
        @Nullable LocalDate wanted) {

    /** Of what is no order. */
    public static final Stake NONE = new Stake(null, null, List.of(), Map.of(), null);

    public Stake {
        locations = List.copyOf(locations);
        values = Map.copyOf(values);
    }

    /** That of an order; {@code tier} is null if unknown. */
    public static Stake of(OrderStatus status, @Nullable String tier) {
        List<String> locations = status.lines().stream()
                .map(line -> line.places().location())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return new Stake(
                status.customer(),
                tier,
                locations,
                values(status),
                status.terms().requested());
    }

    private static Map<String, BigDecimal> values(OrderStatus status) {
        String currency = status.terms().currency();
        Collection<BigDecimal> priced = status.lines().stream()
                .filter(line -> line.price() != null && line.known())
                .map(Stake::value)
                .toList();
        return currency == null || priced.isEmpty()
                ? Map.of()
                : Map.of(currency, priced.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal value(OrderStatus.Line line) {
        BigDecimal units = of(line, Quantity.ORDERED)
                .subtract(of(line, Quantity.CANCELLED))
                .subtract(of(line, Quantity.SHORT_CLOSED));
        return Objects.requireNonNull(line.price()).multiply(units);
    }

    private static BigDecimal of(OrderStatus.Line line, Quantity quantity) {
        return line.quantities().getOrDefault(quantity, BigDecimal.ZERO);
    }
}
