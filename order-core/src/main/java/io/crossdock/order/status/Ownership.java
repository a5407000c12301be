package io.crossdock.order.status;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who decides what: for each quantity and milestone, the one connection and entity that counts in a location (R30). */
public final class Ownership {

    private static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Quantity.values()).map(Quantity::text),
                    Arrays.stream(Milestone.values()).map(Milestone::text))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<Claim>> claims;

    private Ownership(Map<String, List<Claim>> claims) {
        this.claims = claims;
    }

    /**
     * One line of a connection's file: this entity decides this quantity or milestone.
     *
     * @param name public name of a quantity or milestone, for example {@code shipped} or {@code credit-approved}
     * @param connection the connection that decides
     * @param entity its raw entity whose rows count, for example {@code shipment-lines}
     * @param location where it decides; null means everywhere
     */
    public record Claim(
            String name,
            String connection,
            String entity,
            @Nullable String location) {

        private boolean overlaps(Claim other) {
            return location == null || other.location == null || location.equals(other.location);
        }

        private boolean isTheSameOwnerAs(Claim other) {
            return connection.equals(other.connection) && entity.equals(other.entity);
        }

        private boolean isMadeBy(FactKey key) {
            return connection.equals(key.connection()) && entity.equals(key.entity());
        }

        private boolean covers(@Nullable String place) {
            return location == null || place == null || location.equals(place);
        }

        @Override
        public String toString() {
            return connection + "/" + entity + (location == null ? " everywhere" : " in " + location);
        }
    }

    /**
     * Builds the table.
     *
     * @throws IllegalArgumentException if a name is unknown or two owners claim one scope; the message lists every problem
     */
    public static Ownership of(Collection<Claim> claims) {
        Map<String, List<Claim>> byName = claims.stream().distinct().collect(Collectors.groupingBy(Claim::name));
        List<String> problems = byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> problems(entry.getKey(), entry.getValue()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Ownership in the connection files is not clear; leave one owner each:\n  "
                            + String.join("\n  ", problems));
        }
        return new Ownership(Map.copyOf(byName));
    }

    /** True if the row of this key decides the quantity in a location; an unknown location (null) fits every scope. */
    public boolean decides(FactKey key, Quantity quantity, @Nullable String location) {
        return decides(key, quantity.text(), location);
    }

    /** True if the row of this key decides the milestone. */
    public boolean decides(FactKey key, Milestone milestone) {
        return decides(key, milestone.text(), null);
    }

    /** True if anybody decides the quantity in a location. */
    public boolean hasOwner(Quantity quantity, @Nullable String location) {
        return claimsOf(quantity.text()).stream().anyMatch(claim -> claim.covers(location));
    }

    /** True if anybody decides the milestone. */
    public boolean hasOwner(Milestone milestone) {
        return !claimsOf(milestone.text()).isEmpty();
    }

    private boolean decides(FactKey key, String name, @Nullable String location) {
        return claimsOf(name).stream().anyMatch(claim -> claim.isMadeBy(key) && claim.covers(location));
    }

    private List<Claim> claimsOf(String name) {
        return Objects.requireNonNullElse(claims.get(name), List.of());
    }

    private static List<String> problems(String name, List<Claim> claims) {
        List<String> problems = new ArrayList<>();
        if (!NAMES.contains(name)) {
            problems.add("'" + name + "' is neither a quantity nor a milestone (claimed by " + claims.getFirst() + ")");
        }
        List<Claim> sorted =
                claims.stream().sorted(Comparator.comparing(Claim::toString)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (Claim other : sorted.subList(i + 1, sorted.size())) {
                if (sorted.get(i).overlaps(other) && !sorted.get(i).isTheSameOwnerAs(other)) {
                    problems.add("'" + name + "' has two owners: " + sorted.get(i) + " and " + other);
                }
            }
        }
        return problems;
    }
}
