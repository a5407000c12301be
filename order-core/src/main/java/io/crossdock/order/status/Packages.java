package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where every package of every shipment is: the warehouse's word and the carrier's scans put together (R100 to R104). */
final class Packages {

    private final OrderFacts facts;
    private final Ownership ownership;
    private final Scans scans;
    private final Map<String, List<Identifier>> numbersByValue = new HashMap<>();
    private final Map<Identifier, List<Identifier>> numbersByShipment = new HashMap<>();
    private final Map<Identifier, NavigableMap<String, Parcel>> byShipment = new HashMap<>();
    private final Map<Identifier, Parcel> whole = new HashMap<>();

    Packages(OrderFacts facts, IdentifierTypes types, Ownership ownership) {
        this.facts = facts;
        this.ownership = ownership;
        this.scans = new Scans(types, facts.scans());
        indexTrackingNumbers();
        Map<Identifier, List<OrderFacts.CartonFact>> cartons = facts.cartons().stream()
                .collect(Collectors.groupingBy(carton -> carton.fact().home()));
        facts.documents().forEach((id, document) -> {
            if (document.is(DocumentType.SHIPMENT)) {
                place(id, document, cartons.getOrDefault(id, List.of()));
            }
        });
    }

    /** Packages of a shipment by number; empty if none is known, and then the shipment is its only one. */
    Collection<Parcel> of(Identifier shipment) {
        return byShipment.getOrDefault(shipment, new TreeMap<>()).values();
    }

    /** All packages of a shipment as one; null if the identifier names no shipment of this order. */
    @Nullable
    Parcel whole(Identifier shipment) {
        return whole.get(shipment);
    }

    /** The rows, each with what it decides and the package that holds its units: the one it names, else all of its shipment. */
    List<LineFact> hold(Collection<LineFact> rows) {
        return rows.stream()
                .map(row ->
                        row.placed(parcelOf(row), ownership.decided(row.fact().key(), row.location())))
                .toList();
    }

    private @Nullable Parcel parcelOf(LineFact row) {
        NavigableMap<String, Parcel> packages = byShipment.get(row.home());
        Parcel named = packages == null || row.says().carton() == null
                ? null
                : packages.get(row.says().carton());
        return named != null ? named : whole.get(row.home());
    }

    /** What belongs to a shipment and is no document itself names a package of it. */
    private void indexTrackingNumbers() {
        for (Identifier number : facts.membership().documents()) {
            if (!facts.documents().containsKey(number)) {
                numbersByValue
                        .computeIfAbsent(number.value(), none -> new ArrayList<>())
                        .add(number);
                facts.membership()
                        .above(number)
                        .forEach(shipment -> numbersByShipment
                                .computeIfAbsent(shipment, none -> new ArrayList<>())
                                .add(number));
            }
        }
    }

    private void place(Identifier id, OrderFacts.DocumentFact shipment, List<OrderFacts.CartonFact> cartons) {
        NavigableMap<String, Parcel> packages = new TreeMap<>(Lines.BY_NUMBER);
        Map<String, List<OrderFacts.CartonFact>> byNumber = cartons.stream()
                .collect(Collectors.groupingBy(carton -> carton.says().number()));
        byNumber.forEach((number, rows) -> {
            List<String> tracking = rows.stream()
                    .flatMap(carton -> carton.says().tracking().stream())
                    .distinct()
                    .sorted()
                    .toList();
            String sscc = rows.stream()
                    .map(carton -> carton.says().sscc())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            List<Identifier> numbers = tracking.stream()
                    .flatMap(value -> numbersByValue.getOrDefault(value, List.of()).stream())
                    .toList();
            packages.put(number, parcel(id, shipment, number, sscc, tracking, numbers));
        });
        byShipment.put(id, packages);
        whole.put(
                id,
                packages.isEmpty()
                        ? parcel(id, shipment, "", null, List.of(), numbersByShipment.getOrDefault(id, List.of()))
                        : Parcel.together(packages.values()));
    }

    private Parcel parcel(
            Identifier id,
            OrderFacts.DocumentFact shipment,
            String number,
            @Nullable String sscc,
            List<String> tracking,
            Collection<Identifier> numbers) {
        String location = shipment.says().location();
        boolean tracked =
                numbers.stream().anyMatch(name -> ownership.isWith(name.connection(), Quantity.DELIVERED, location));
        if (shipment.isCancelled()) {
            return new Parcel(number, sscc, tracking, DocumentState.CANCELLED, tracked, false, null);
        }
        List<OrderFacts.ScanFact> speaking = scans.of(new TreeSet<>(numbers), shipment);
        DocumentState state = shipment.says().state();
        for (OrderFacts.ScanFact scan : speaking) {
            state = ShipmentLife.BY_RANK.compare(scan.says().state(), state) > 0
                    ? scan.says().state()
                    : state;
        }
        List<OrderFacts.ScanFact> arrivals = speaking.stream()
                .filter(scan -> scan.says().state() == DocumentState.DELIVERED)
                .filter(scan -> ownership.decides(scan.fact().key(), Quantity.DELIVERED, location))
                .toList();
        MilestoneStamp arrival = arrivals.stream()
                .flatMap(scan -> Milestones.stamp(id.toString(), Milestone.DELIVERED, scan.fact()))
                .min(MilestoneStamp.BY_TIME)
                .orElse(null);
        return new Parcel(number, sscc, tracking, state, tracked, !arrivals.isEmpty(), arrival);
    }
}
