package io.crossdock.worlds.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the truth off a world: it looks at units and people, and at nothing that was written down. */
final class Oracle {

    private static final UUID NAMESPACE =
            named(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "order.crossdock.io");

    private final World world;

    Oracle(World world) {
        this.world = world;
    }

    List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        for (Sale sale : world.sales) {
            View.of(world, sale).forEach(view -> truths.add(truth(view)));
        }
        return truths;
    }

    private Truth truth(View view) {
        List<LineCount> lines = view.lines(world);
        Axes axes = new Axes(world, view, lines);
        String word = RollUpWord.of(lines);
        List<String> exceptions = axes.exceptions();
        List<String> contradictions = view.contradictions(lines);
        String orderId = "ord_" + named(NAMESPACE, view.root());
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("orderId", orderId);
        status.put("root", view.root());
        status.put("identifiers", view.identifiers(world));
        status.put("customer", view.sale().customer);
        status.put("customerPo", String.valueOf(view.customerPo()));
        status.put("status", word);
        status.put("complete", isComplete(lines));
        status.put("untracked", isUntracked(lines));
        status.put("axes", axes.of(word));
        status.put("leadingMilestone", leading(view, lines));
        status.put("trailingMilestone", trailing(view, lines));
        status.put("lines", lines.stream().map(Oracle::line).toList());
        status.put(
                "shipments",
                view.shipments(world).stream().map(Oracle::shipment).toList());
        status.put("milestones", Milestones.of(world, view, lines, word, axes));
        status.put("exceptions", exceptions);
        status.put("contradictions", contradictions);
        return new Truth(orderId, view.sale().name(), status, situations(word, lines, exceptions, contradictions));
    }

    private static Map<String, Object> line(LineCount count) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", count.name);
        line.put("sku", count.line.sku);
        line.put("kind", count.line.kind.published);
        line.put("unit", count.unit.name());
        line.put("known", count.ordered != null);
        line.put("quantities", count.quantities());
        line.put("positions", count.positions());
        return line;
    }

    private static Map<String, Object> shipment(Shipment shipment) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("id", shipment.name());
        said.put("state", shipment.state());
        said.put("carrier", "UPS");
        said.put(
                "tracking",
                shipment.cartons.stream()
                        .map(carton -> carton.tracking)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
        said.put("packages", shipment.cartons.stream().map(Oracle::pack).toList());
        return said;
    }

    private static Map<String, Object> pack(Carton carton) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("number", carton.no);
        said.put("state", carton.shipment.status == Shipment.Status.CANCELLED ? "CANCELLED" : carton.state());
        said.put("tracking", carton.tracking == null ? List.of() : List.of(carton.tracking));
        return said;
    }

    private static boolean isComplete(List<LineCount> lines) {
        return !lines.isEmpty() && lines.stream().filter(LineCount::awaited).allMatch(line -> line.ordered != null);
    }

    private static boolean isUntracked(List<LineCount> lines) {
        List<LineCount> goods = lines.stream().filter(LineCount::awaited).toList();
        int left = goods.stream().mapToInt(line -> line.count(Place.SHIPPED)).sum();
        return left > 0 && goods.stream().mapToInt(LineCount::untracked).sum() >= left;
    }

    private static String leading(View view, List<LineCount> lines) {
        return furthest(view, place -> RollUpWord.some(lines, place));
    }

    private static String trailing(View view, List<LineCount> lines) {
        return furthest(view, place -> RollUpWord.all(lines, place));
    }

    private static String furthest(View view, java.util.function.Predicate<Place> reached) {
        for (Place place : List.of(Place.values()).reversed()) {
            if (place.isAtLeast(Place.ALLOCATED) && reached.test(place)) {
                return place.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return view.isAccepted() ? "accepted" : "captured";
    }

    private static Set<String> situations(
            String word, List<LineCount> lines, List<String> exceptions, List<String> contradictions) {
        Set<String> found = new TreeSet<>(Set.of("roll-up " + word));
        exceptions.forEach(exception -> found.add("exception " + exception));
        if (!contradictions.isEmpty()) {
            found.add("exception AUTHORITY_CONFLICT");
        }
        for (LineCount line : lines) {
            note(found, "unallocated: cancelled", line.cancelled);
            note(found, "allocated or released: asked of the warehouse", line.cancelRequested);
            note(found, "picked or packed: pending", line.cancelPending);
            note(found, "shipped: compensating", line.cancelOnTheRoad);
            note(found, "delivered: refused", line.cancelRefused);
            int kinds = Math.min(1, line.cancelled)
                    + Math.min(1, line.cancelRequested + line.cancelPending)
                    + Math.min(1, line.cancelOnTheRoad + line.cancelRefused);
            note(found, "mixed: split by quantity", kinds - 1);
        }
        return found;
    }

    private static void note(Set<String> found, String situation, int units) {
        if (units > 0) {
            found.add("late cancel, " + situation);
        }
    }

    /** A name-based UUID of version 5. */
    private static UUID named(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
            long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1; this one does not", e);
        }
    }
}
