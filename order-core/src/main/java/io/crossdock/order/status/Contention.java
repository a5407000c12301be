package io.crossdock.order.status;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a table of ownership: unknown names, and two owners of one scope (R30). */
final class Contention {

    private static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Quantity.values()).map(Quantity::text),
                    Arrays.stream(Milestone.values()).map(Milestone::text))
            .collect(Collectors.toUnmodifiableSet());

    private Contention() {}

    /** Every problem of the claims on one name, each a sentence. */
    static List<String> problems(String name, List<Ownership.Claim> claims, Succession succession) {
        List<String> problems = new ArrayList<>();
        if (!NAMES.contains(name)) {
            problems.add("'" + name + "' is neither a quantity nor a milestone (claimed by " + claims.getFirst() + ")");
        }
        List<Ownership.Claim> sorted = claims.stream()
                .sorted(Comparator.comparing(Ownership.Claim::toString))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (Ownership.Claim other : sorted.subList(i + 1, sorted.size())) {
                Ownership.Claim one = sorted.get(i);
                if (one.covers(other.location(), other.company())
                        && !one.isTheSameOwnerAs(other)
                        && !succession.ties(one.connection(), other.connection())) {
                    problems.add("'" + name + "' has two owners: " + one + " and " + other);
                }
            }
        }
        return problems;
    }
}
