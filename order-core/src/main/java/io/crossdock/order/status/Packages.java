package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
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
    private final NavigableMap<Identifier, Load> loads = new TreeMap<>();

    /**
     * A shipment and what is in it.
     *
     * @param shipment its header
     * @param cartons the rows that are its packages
     * @param numbers the tracking numbers that are part of it or that its packages carry
     * @param packages by number; empty if none is known, and then the shipment is its only one
     * @param whole all packages as one
     * @param listed the shipment as it is published
     * @param text the canonical text of that
     */
    private record Load(
            OrderFacts.DocumentFact shipment,
            List<OrderFacts.CartonFact> cartons,
            List<Identifier> numbers,
            NavigableMap<String, Parcel> packages,
            Parcel whole,
            OrderStatus.Shipment listed,
            String text) {

        /** True if it was made of these very rows. */
        @SuppressWarnings("ReferenceEquality") // The very same objects: equal ones take longer to compare.
        boolean isOf(
                OrderFacts.DocumentFact header, List<OrderFacts.CartonFact> rows, List<Identifier> trackingNumbers) {
            boolean same = shipment == header && cartons.size() == rows.size() && numbers.equals(trackingNumbers);
            for (int i = 0; same && i < rows.size(); i++) {
                same = cartons.get(i).fact().isVery(rows.get(i).fact());
            }
            return same;
        }
    }

    Packages(OrderFacts facts, IdentifierTypes types, Ownership ownership) {
        this(facts, types, ownership, null);
    }

    /** The same; shipments of which nothing is said but what was said in {@code before} are taken from there. */
    Packages(OrderFacts facts, IdentifierTypes types, Ownership ownership, @Nullable Packages before) {
        this.facts = facts;
        this.ownership = ownership;
        this.scans = new Scans(types, facts.scans());
        indexTrackingNumbers();
        boolean comparable = before != null && before.ownership == ownership && isScannedAs(before);
        Map<Identifier, List<OrderFacts.CartonFact>> cartons = facts.cartons().stream()
                .collect(Collectors.groupingBy(carton -> carton.fact().home()));
        facts.documents().forEach((id, document) -> {
            if (document.is(DocumentType.SHIPMENT)) {
                List<OrderFacts.CartonFact> rows = cartons.getOrDefault(id, List.of());
                List<Identifier> numbers = numbers(id, rows);
                Load known = before != null && comparable ? before.loads.get(id) : null;
                loads.put(
                        id,
                        known != null && known.isOf(document, rows, numbers)
                                ? known
                                : load(id, document, rows, numbers));
            }
        });
    }

    /** Every shipment with its packages, as it is published, by identifier (R60). */
    List<OrderStatus.Shipment> listed() {
        return loads.values().stream().map(Load::listed).toList();
    }

    /** The canonical texts of those. */
    List<String> texts() {
        return loads.values().stream().map(Load::text).toList();
    }

    /** All packages of a shipment as one; null if the identifier names no shipment of this order. */
    @Nullable
    Parcel whole(Identifier shipment) {
        Load load = loads.get(shipment);
        return load == null ? null : load.whole;
    }

    /**
     * The rows, each with what it decides and the package that holds its units: the one it names, else all of its shipment.
     *
     * @param before rows placed before, sorted by key as {@code rows} are: what is placed the same is the same object
     */
    List<LineFact> hold(List<LineFact> rows, List<LineFact> before) {
        List<LineFact> placed = new ArrayList<>(rows.size());
        Identifier home = null;
        Load load = null;
        int at = 0;
        for (LineFact row : rows) {
            // Rows of one document stand together.
            if (!row.home().equals(home)) {
                home = row.home();
                load = loads.get(home);
            }
            Parcel parcel = load == null ? null : parcelOf(row, load);
            Set<Quantity> decided = ownership.decided(row.fact().key(), row.location());
            while (at < before.size() && before.get(at).isAheadOf(row)) {
                at++;
            }
            LineFact known = at < before.size() ? before.get(at) : null;
            placed.add(known != null && known.isPlaced(row, parcel, decided) ? known : row.placed(parcel, decided));
        }
        return Collections.unmodifiableList(placed);
    }

    private static Parcel parcelOf(LineFact row, Load load) {
        Parcel named = row.says().carton() == null
                ? null
                : load.packages.get(row.says().carton());
        return named != null ? named : load.whole;
    }

    private boolean isScannedAs(Packages before) {
        List<OrderFacts.ScanFact> own = facts.scans();
        List<OrderFacts.ScanFact> others = before.facts.scans();
        boolean same = own.size() == others.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = own.get(i).fact().isVery(others.get(i).fact());
        }
        return same;
    }

    private List<Identifier> numbers(Identifier shipment, List<OrderFacts.CartonFact> cartons) {
        List<Identifier> numbers = new ArrayList<>(numbersByShipment.getOrDefault(shipment, List.of()));
        for (OrderFacts.CartonFact carton : cartons) {
            for (String value : carton.says().tracking()) {
                numbers.addAll(numbersByValue.getOrDefault(value, List.of()));
            }
        }
        return numbers;
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

    private Load load(
            Identifier id,
            OrderFacts.DocumentFact shipment,
            List<OrderFacts.CartonFact> cartons,
            List<Identifier> allNumbers) {
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
        Parcel whole = packages.isEmpty()
                ? parcel(id, shipment, "", null, List.of(), numbersByShipment.getOrDefault(id, List.of()))
                : Parcel.together(packages.values());
        OrderStatus.Shipment listed = Shipments.listed(id, shipment, cartons, packages.values(), whole);
        return new Load(shipment, cartons, allNumbers, packages, whole, listed, ContentHash.text(listed));
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
