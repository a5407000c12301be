package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which scans speak of a package: those of its tracking numbers, in their time, before it turned back (R102, R103). */
final class Scans {

    private final IdentifierTypes types;
    private final Map<Identifier, List<OrderFacts.ScanFact>> byNumber;

    Scans(IdentifierTypes types, Collection<OrderFacts.ScanFact> all) {
        this.types = types;
        this.byNumber =
                all.stream().collect(Collectors.groupingBy(scan -> scan.fact().home()));
    }

    /** The scans of these tracking numbers that speak of a package of this shipment. */
    List<OrderFacts.ScanFact> of(Collection<Identifier> tracking, OrderFacts.DocumentFact shipment) {
        List<OrderFacts.ScanFact> speaking = new ArrayList<>();
        for (Identifier number : tracking) {
            List<OrderFacts.ScanFact> valid = byNumber.getOrDefault(number, List.of()).stream()
                    .filter(scan -> isInItsTime(scan, shipment))
                    .toList();
            Optional<OffsetDateTime> turnedBack = valid.stream()
                    .filter(scan -> scan.says().state() == DocumentState.RETURN_TO_SENDER)
                    .map(scan -> seen(scan.fact()))
                    .min(Comparator.comparing(OffsetDateTime::toInstant));
            valid.stream()
                    .filter(scan -> turnedBack.isEmpty()
                            || !seen(scan.fact())
                                    .toInstant()
                                    .isAfter(turnedBack.get().toInstant()))
                    .forEach(speaking::add);
        }
        return speaking;
    }

    /** A carrier gives numbers out again: a scan counts from the time the shipment left, as long as the number is its. */
    private boolean isInItsTime(OrderFacts.ScanFact scan, OrderFacts.DocumentFact shipment) {
        Period validity = types.of(scan.fact().home()).validity();
        if (validity == null) {
            return true;
        }
        OffsetDateTime left = left(shipment.fact());
        OffsetDateTime leftAgain = shipment.fact().times().getOrDefault(Milestone.SHIPPED, left);
        OffsetDateTime last = leftAgain.toInstant().isAfter(left.toInstant()) ? leftAgain : left;
        OffsetDateTime seen = seen(scan.fact());
        return !seen.toInstant().isBefore(left.toInstant())
                && !seen.toInstant().isAfter(last.plus(validity).toInstant());
    }

    /** When it left for the first time: one that came back to the dock and leaves again says so in its row. */
    private static OffsetDateTime left(Fact shipment) {
        Reached shipped = shipment.reached().get(Milestone.SHIPPED);
        if (shipped != null) {
            return shipped.occurredAt();
        }
        OffsetDateTime dated = shipment.times().get(Milestone.SHIPPED);
        return dated != null ? dated : seen(shipment);
    }

    private static OffsetDateTime seen(Fact fact) {
        return fact.occurredAt() != null ? fact.occurredAt() : fact.recordedAt().atOffset(ZoneOffset.UTC);
    }
}
