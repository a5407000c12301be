package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of one line are, counted one by one. Ordered units are laid out from the furthest to the least; who
 * withdraws some takes them from the end, because nobody calls a unit back that is further than it must be.
 */
final class LineCount {

    final String name;
    final SaleLine line;
    final @Nullable Integer ordered;
    /** Place of each ordered unit that is still wanted, the furthest first. */
    final List<Place> wanted = new ArrayList<>();

    final List<Piece> pieces;
    final CountingUnit unit;
    /** Components that are waited for instead of it; empty unless it is a kit. */
    final List<LineCount> parts = new ArrayList<>();
    /** What is sent in its place. */
    private final List<LineCount> substitutes = new ArrayList<>();

    private final Says says;
    private final long givenUp;
    int invoiced;
    int credited;
    /** True if a warehouse keeps counters of it. */
    final boolean isCounted;

    final int backordered;
    final int toReturn;
    final int returned;
    int cancelled;
    int shortClosed;
    int cancelRequested;
    int cancelPending;
    int cancelOnTheRoad;
    int cancelRefused;

    LineCount(String name, SaleLine line, List<ErpLine> entered, Says inUnits, List<Shipment> shipments) {
        this.name = name;
        this.line = line;
        Says says = inUnits.inPieces(line.pieces);
        this.ordered = says.ordered;
        this.unit = new CountingUnit(line, entered, shipments);
        this.pieces = entered.stream()
                .flatMap(ErpLine::standing)
                .filter(piece -> !piece.line.strangeUnit)
                .toList();
        this.invoiced = entered.stream().mapToInt(ErpLine::billed).sum();
        this.credited = entered.stream().mapToInt(ErpLine::credited).sum();
        List<WarehouseLine> counters = entered.stream()
                .flatMap(erpLine -> erpLine.order.warehouseOrders.stream()
                        .filter(WarehouseOrder::isStanding)
                        .flatMap(order -> order.lines.stream())
                        .filter(counter -> counter.erpLine == erpLine && !counter.strangeUnit))
                .toList();
        this.returned = sum(entered, Comeback::received);
        this.toReturn = sum(entered, Comeback::asked);
        this.isCounted = entered.stream()
                .flatMap(erpLine -> erpLine.order.warehouseOrders.stream()
                        .filter(order -> !order.deleted)
                        .flatMap(order -> order.lines.stream())
                        .filter(counter -> counter.erpLine == erpLine && !counter.strangeUnit))
                .findAny()
                .isPresent();
        this.backordered =
                counters.stream().mapToInt(counter -> counter.backordered).sum();
        this.says = says;
        this.givenUp = counters.stream().mapToLong(WarehouseLine::givenUp).sum();
    }

    /** Units of another article count for it, one by one; they are not waited for themselves. */
    void coverWith(List<LineCount> others) {
        substitutes.addAll(others);
        for (LineCount other : others) {
            invoiced += other.invoiced;
            credited += other.credited;
        }
    }

    /** A kit is as far as the scarcest of its components lets it be; they are waited for instead of it. */
    void makeOf(List<LineCount> components) {
        parts.addAll(components);
    }

    /** Lays the units out and takes off what is withdrawn, once it is known what covers it. */
    void place() {
        if (ordered == null) {
            cancelled = says.confirmed;
            return;
        }
        layOut(ordered);
        withdraw(says);
        giveUp(givenUp);
    }

    /** Whole kits that have got at least so far. */
    private int kits(Place place) {
        return parts.stream()
                .filter(part -> part.ordered != null && part.ordered > 0 && ordered != null)
                .mapToInt(part ->
                        part.count(place) * Objects.requireNonNull(ordered) / Objects.requireNonNull(part.ordered))
                .min()
                .orElse(0);
    }

    /** What people say about the line, whoever's word counts. */
    record Says(@Nullable Integer ordered, int confirmed, int asked) {

        Says inPieces(int pieces) {
            return new Says(
                    ordered == null ? null : Integer.valueOf(ordered * pieces), confirmed * pieces, asked * pieces);
        }
    }

    /** Where a unit is for this line: what is collected at the counter has arrived. */
    private Place place(Piece piece) {
        Place place = piece.place();
        return line.source == SaleLine.Source.COUNTER && place == Place.SHIPPED ? Place.DELIVERED : place;
    }

    boolean shippable() {
        return line.kind.isGoods();
    }

    /** True if the order waits for its units. */
    boolean awaited() {
        return shippable() && parts.isEmpty() && line.insteadOf == null;
    }

    /** True if everything still wanted is billed, by itself, as a part of its kit, or by its parts. */
    boolean isBilled(List<LineCount> lines) {
        return billedAlone()
                || lines.stream().anyMatch(kit -> kit.line == line.kit && kit.billedAlone())
                || (!parts.isEmpty() && parts.stream().allMatch(LineCount::billedAlone));
    }

    private boolean billedAlone() {
        return ordered != null && invoiced >= wanted.size();
    }

    /** Physical units that have got at least so far. */
    int count(Place place) {
        if (!parts.isEmpty()) {
            return kits(place);
        }
        return ownCount(place)
                + substitutes.stream().mapToInt(other -> other.ownCount(place)).sum();
    }

    /** The same of its own article. */
    int ownCount(Place place) {
        return (int)
                pieces.stream().filter(piece -> place(piece).isAtLeast(place)).count();
    }

    int lost() {
        return ownLost() + substitutes.stream().mapToInt(LineCount::ownLost).sum();
    }

    /** The same of its own article. */
    int ownLost() {
        return (int)
                pieces.stream().filter(piece -> piece.place() == Place.LOST).count();
    }

    /** Units that came back, those sent in its place included. */
    int returnedInAll() {
        return returned + substitutes.stream().mapToInt(other -> other.returned).sum();
    }

    /** Units on the road that nobody will report as delivered. */
    int untracked() {
        return line.source == SaleLine.Source.COUNTER
                ? 0
                : (int) everything()
                        .filter(piece -> piece.place().isAtLeast(Place.SHIPPED) && !piece.isTracked())
                        .count();
    }

    /** True if every unit still wanted has got so far; false while nobody knows how many those are. */
    boolean all(Place place) {
        boolean isVendors = line.source == SaleLine.Source.VENDOR && place == Place.ALLOCATED;
        return ordered != null && (isVendors || wanted.stream().allMatch(piece -> piece.isAtLeast(place)));
    }

    /** True if a unit has got so far; inside the house only while any unit is still wanted. */
    boolean some(Place place) {
        boolean inTheHouse = !place.isAtLeast(Place.SHIPPED);
        return count(place) > 0 && (!inTheHouse || ordered == null || !wanted.isEmpty());
    }

    /** True if everything that somebody follows has arrived, and the rest covers what is wanted. */
    boolean isDelivered() {
        if (all(Place.DELIVERED)) {
            return true;
        }
        boolean followedArrived = count(Place.DELIVERED) + untracked() >= count(Place.SHIPPED);
        return ordered != null && followedArrived && all(Place.SHIPPED);
    }

    Map<String, String> positions() {
        Map<String, String> positions = new LinkedHashMap<>();
        add(positions, "cancelled", ordered == null ? 0 : cancelled);
        add(positions, "shortClosed", shortClosed);
        for (Place place : Place.values()) {
            add(positions, place.text(), Collections.frequency(wanted, place));
        }
        return positions;
    }

    Map<String, String> quantities() {
        Map<String, String> quantities = new LinkedHashMap<>();
        if (ordered != null) {
            quantities.put("ordered", unit.text(ordered));
        }
        quantities.put("cancelled", unit.text(cancelled));
        quantities.put("cancelRequested", unit.text(cancelled + cancelRequested + cancelPending));
        quantities.put("allocated", unit.text(count(Place.ALLOCATED)));
        quantities.put("backordered", unit.text(backordered));
        quantities.put("released", unit.text(count(Place.RELEASED)));
        quantities.put("picked", unit.text(count(Place.PICKED)));
        quantities.put("packed", unit.text(count(Place.PACKED)));
        quantities.put("shipped", unit.text(count(Place.SHIPPED)));
        quantities.put("delivered", unit.text(count(Place.DELIVERED)));
        quantities.put("shortClosed", unit.text(shortClosed));
        quantities.put("returnRequested", unit.text(toReturn));
        quantities.put("returnReceived", unit.text(returned));
        quantities.put("invoiced", unit.text(invoiced));
        quantities.put("credited", unit.text(credited));
        return quantities;
    }

    private void layOut(int units) {
        everything().map(this::place).forEach(wanted::add);
        int further = 0;
        for (Place place :
                parts.isEmpty() ? List.<Place>of() : List.of(Place.values()).reversed()) {
            if (place.isAtLeast(Place.ALLOCATED)) {
                wanted.addAll(Collections.nCopies(kits(place) - further, place));
                further = kits(place);
            }
        }
        wanted.addAll(Collections.nCopies(Math.max(0, backordered), Place.BACKORDERED));
        wanted.sort(Collections.reverseOrder());
        while (wanted.size() > units) {
            wanted.removeLast();
        }
        while (wanted.size() < units) {
            wanted.add(Place.OPEN);
        }
    }

    /** What is confirmed is cancelled unless it has left; what is only asked for, if nobody has set it aside. */
    private void withdraw(Says says) {
        int units = Math.min(Math.max(says.asked, says.confirmed), wanted.size());
        List<Place> asked = new ArrayList<>(wanted.subList(wanted.size() - units, wanted.size())).reversed();
        int tooLate = 0;
        for (Place place : asked) {
            boolean isConfirmed = cancelled < says.confirmed;
            if (place.isAtLeast(Place.SHIPPED)) {
                tooLate++;
            } else if (isConfirmed || !place.isAtLeast(Place.ALLOCATED)) {
                cancelled++;
                wanted.removeLast();
            } else if (place.isAtLeast(Place.PICKED)) {
                cancelPending++;
            } else {
                cancelRequested++;
            }
        }
        // Of what has left, those still on the road are called back, be they sent in excess or not.
        cancelOnTheRoad = Math.min(tooLate, count(Place.SHIPPED) - count(Place.DELIVERED));
        cancelRefused = tooLate - cancelOnTheRoad;
    }

    private void giveUp(long units) {
        for (long i = 0; i < units && !wanted.isEmpty() && !wanted.getLast().isAtLeast(Place.SHIPPED); i++) {
            wanted.removeLast();
            shortClosed++;
            // Nobody has to be asked about a unit that was given up.
            if (cancelRequested > 0) {
                cancelRequested--;
            } else if (cancelPending > 0) {
                cancelPending--;
            }
        }
    }

    private static int sum(List<ErpLine> lines, ToIntBiFunction<Comeback, ErpLine> units) {
        return lines.stream()
                .mapToInt(line -> line.order.comebacks.stream()
                        .mapToInt(comeback -> units.applyAsInt(comeback, line))
                        .sum())
                .sum();
    }

    private Stream<Piece> everything() {
        return Stream.concat(pieces.stream(), substitutes.stream().flatMap(other -> other.pieces.stream()));
    }

    private void add(Map<String, String> positions, String name, int units) {
        if (units > 0) {
            positions.put(name, unit.text(units));
        }
    }
}
