package io.crossdock.local.demo;

import io.crossdock.local.activity.Plan;
import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import io.crossdock.local.activity.Scenario;
import io.crossdock.local.activity.Site;
import java.math.BigDecimal;
import java.util.List;

/** The order of the story: three lines, one of them cancelled, and three shipments, one of them late. */
final class Cast {
    private static final Line FIRST = line(1, "SKU-1001", 10, 0);
    private static final Line SECOND = line(2, "SKU-1002", 5, 0);
    private static final Line CANCELLED = line(3, "SKU-1003", 4, 4);

    static final Plan PLAN = new Plan(
            Scenario.SHIPPED_IN_PARTS,
            "C-DEMO",
            false,
            true,
            true,
            false,
            Plan.Moment.AT_ONCE,
            List.of(FIRST, SECOND, CANCELLED),
            List.of(
                    new Shipment(Site.EAST, List.of(portion(FIRST, 6)), "UPS", 1, false, false, false),
                    new Shipment(
                            Site.EAST, List.of(portion(FIRST, 4), portion(SECOND, 2)), "FEDEX", 1, false, false, false),
                    new Shipment(Site.EAST, List.of(portion(SECOND, 3)), "UPS", 1, false, true, false)),
            null);

    private Cast() {}

    private static Line line(int number, String sku, int ordered, int cancelled) {
        return new Line(
                number,
                10 * number,
                Site.EAST,
                sku,
                "EA",
                "ITEM",
                BigDecimal.valueOf(ordered),
                BigDecimal.valueOf(cancelled),
                BigDecimal.ZERO,
                new BigDecimal("19.90"));
    }

    private static Portion portion(Line line, int quantity) {
        return new Portion(line, BigDecimal.valueOf(quantity));
    }
}
