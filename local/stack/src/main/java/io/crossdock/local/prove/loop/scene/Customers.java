package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.tables.Database;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ERP's customers by what they are to the house.
 *
 * @param strategic codes of those that go before others
 * @param normal codes of the standard ones
 */
record Customers(List<String> strategic, List<String> normal) {

    private record Customer(String code, String tier) {}

    /**
     * Reads them.
     *
     * @throws StackFailure if there are none of either kind
     */
    static Customers read(Secrets secrets) {
        try (Database erp = new Database(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE))) {
            Map<String, List<String>> byTier = erp
                    .read(
                            "select customer_no, tier from customers order by customer_no",
                            row -> new Customer(row.getString(1), row.getString(2)))
                    .stream()
                    .collect(Collectors.groupingBy(
                            Customer::tier, Collectors.mapping(Customer::code, Collectors.toList())));
            return new Customers(of(byTier, "STRATEGIC"), of(byTier, "STANDARD"));
        }
    }

    /** One of the strategic ones, in turn. */
    String strategic(int number) {
        return strategic.get(number % strategic.size());
    }

    /** One of the standard ones, in turn. */
    String normal(int number) {
        return normal.get(number % normal.size());
    }

    /** Whether that customer goes before others. */
    boolean isStrategic(String code) {
        return Set.copyOf(strategic).contains(code);
    }

    private static List<String> of(Map<String, List<String>> byTier, String tier) {
        List<String> codes = Objects.requireNonNullElse(byTier.get(tier), List.of());
        if (codes.isEmpty()) {
            throw new StackFailure("The ERP's table customers has no " + tier
                    + " customer, of whom orders should come: add one, or start with `./crossdock up --fresh`.");
        }
        return codes;
    }
}
