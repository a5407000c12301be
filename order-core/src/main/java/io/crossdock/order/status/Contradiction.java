package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * A figure that does not decide and differs from the one that does. It changes nothing; a person should know if it lasts
 * (R83).
 *
 * @param subject {@code line:<n>}
 * @param quantity which figure
 * @param owner {@code connection/entity} that decides
 * @param owned what it says
 * @param other {@code connection/entity} that says otherwise
 * @param stated what that says
 * @param since commit at the source of the newer of the facts that differ
 */
public record Contradiction(
        String subject,
        Quantity quantity,
        String owner,
        BigDecimal owned,
        String other,
        BigDecimal stated,
        Instant since)
        implements Comparable<Contradiction> {

    private static final Comparator<Contradiction> ORDER = Comparator.comparing(Contradiction::subject)
            .thenComparing(Contradiction::quantity)
            .thenComparing(Contradiction::other);

    @Override
    public int compareTo(Contradiction other) {
        return ORDER.compare(this, other);
    }
}
