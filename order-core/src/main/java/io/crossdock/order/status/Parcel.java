package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One package, or all packages of a shipment taken together, as warehouse and carrier see it.
 *
 * @param number number within the shipment; empty for the shipment as a whole
 * @param sscc serial shipping container code; null if it has none
 * @param tracking tracking numbers, sorted
 * @param state where it is
 * @param tracked true if whoever decides what is delivered can see it
 * @param delivered true if a scan that decides says so
 * @param arrival when that was, with the fact that says so; null if not delivered, or if nobody said when
 */
record Parcel(
        String number,
        @Nullable String sscc,
        List<String> tracking,
        DocumentState state,
        boolean tracked,
        boolean delivered,
        @Nullable MilestoneStamp arrival) {

    Parcel {
        tracking = List.copyOf(tracking);
    }

    boolean isAstray() {
        return ShipmentLife.isAstray(state);
    }

    /** A shipment has a state when all its packages have it, and has arrived with the last of them (R101). */
    static Parcel together(Collection<Parcel> packages) {
        return new Parcel(
                "",
                null,
                packages.stream()
                        .flatMap(one -> one.tracking.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                packages.stream().map(Parcel::state).min(ShipmentLife.BY_RANK).orElseThrow(),
                packages.stream().anyMatch(Parcel::tracked),
                packages.stream().allMatch(Parcel::delivered),
                packages.stream()
                        .filter(Parcel::delivered)
                        .flatMap(one -> Stream.ofNullable(one.arrival))
                        .max(MilestoneStamp.BY_TIME)
                        .orElse(null));
    }
}
