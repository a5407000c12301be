package io.crossdock.worlds.world;

import java.util.List;

/** One word for where an order's goods are, as a planner would say it looking at the units. */
final class RollUpWord {

    private RollUpWord() {}

    static String of(List<LineCount> lines) {
        List<LineCount> goods = lines.stream().filter(LineCount::awaited).toList();
        if (nothingIsWanted(goods)) {
            return goods.stream().anyMatch(line -> line.cancelled > 0) ? "CANCELLED" : "CLOSED_SHORT";
        }
        if (some(goods, Place.DELIVERED)) {
            return goods.stream().allMatch(LineCount::isDelivered) ? "DELIVERED" : "PARTIALLY_DELIVERED";
        }
        if (some(goods, Place.SHIPPED)) {
            return all(goods, Place.SHIPPED) ? "SHIPPED" : "PARTIALLY_SHIPPED";
        }
        if (all(goods, Place.PACKED)) {
            return "PACKED";
        }
        if (some(goods, Place.PICKED)) {
            return "PICKING";
        }
        if (some(goods, Place.RELEASED)) {
            return "RELEASED";
        }
        if (some(goods, Place.ALLOCATED)) {
            return all(goods, Place.ALLOCATED) ? "ALLOCATED" : "PARTIALLY_ALLOCATED";
        }
        boolean waiting = goods.stream()
                .anyMatch(line -> line.backordered > 0 && (line.ordered == null || !line.wanted.isEmpty()));
        return waiting ? "BACKORDERED" : "OPEN";
    }

    static boolean all(List<LineCount> lines, Place place) {
        List<LineCount> goods = lines.stream().filter(LineCount::awaited).toList();
        return some(goods, place) && goods.stream().allMatch(line -> line.all(place));
    }

    static boolean some(List<LineCount> lines, Place place) {
        return lines.stream().filter(LineCount::awaited).anyMatch(line -> line.some(place));
    }

    private static boolean nothingIsWanted(List<LineCount> goods) {
        return goods.stream().anyMatch(line -> line.cancelled + line.shortClosed > 0)
                && goods.stream().allMatch(line -> line.ordered != null && line.wanted.isEmpty())
                && goods.stream().allMatch(line -> line.count(Place.SHIPPED) == 0);
    }
}
