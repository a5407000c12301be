package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shares the units of one warehouse out to shipments. */
final class Shares {
    private static final List<String> CARRIERS = List.of("UPS", "FEDEX", "USPS", "DHL");

    private final SplittableRandom dice;

    Shares(SplittableRandom dice) {
        this.dice = dice;
    }

    /** The shipments of that warehouse; none if nothing of these lines is ever shipped. */
    List<Shipment> shipments(Scenario scenario, Site site, List<Line> goods) {
        return switch (scenario) {
            case BACKORDERED, CANCELLED, ALLOCATED_ONLY -> List.of();
            case SHIPPED_AT_ONCE, LINE_CANCELLED, PACKED_ONLY, PHONED_IN ->
                one(site, portions(goods, BigDecimal.ONE), false, false);
            case LATE_NUMBER -> one(site, portions(goods, BigDecimal.ONE), true, false);
            case CONSOLIDATED -> one(site, portions(goods, BigDecimal.ONE), dice.nextBoolean(), false);
            case SHIPPED_IN_PARTS -> split(site, goods, 2 + dice.nextInt(2));
            case BACKORDER_FILLED -> filled(site, goods);
            case PARTLY_SHIPPED, SHORT_CLOSED -> one(site, portions(goods, new BigDecimal("0.5")), false, false);
        };
    }

    /** First what is in stock, if anything is, then the rest. */
    private List<Shipment> filled(Site site, List<Line> goods) {
        List<Portion> rest = goods.stream()
                .filter(line -> line.backordered().signum() > 0)
                .map(line -> new Portion(line, line.backordered()))
                .toList();
        List<Shipment> all = new ArrayList<>(one(site, portions(goods, BigDecimal.ONE), false, false));
        all.addAll(one(site, rest, false, true));
        return all;
    }

    /** The units in several shipments; a shipment that would be empty is left out. */
    private List<Shipment> split(Site site, List<Line> goods, int ways) {
        List<List<Portion>> portions = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            portions.add(new ArrayList<>());
        }
        for (Line line : goods) {
            BigDecimal left = line.inStock();
            for (int i = 0; i < ways - 1; i++) {
                BigDecimal here = part(dice, left).min(left);
                if (dice.nextBoolean() && here.compareTo(left) < 0) {
                    portions.get(i).add(new Portion(line, here));
                    left = left.subtract(here);
                }
            }
            portions.get(ways - 1).add(new Portion(line, left));
        }
        return portions.stream()
                .flatMap(some -> one(site, some, false, false).stream())
                .toList();
    }

    /** That share of what is in stock of each line, at least a bit of the first and never all if the share is below 1. */
    private List<Portion> portions(List<Line> goods, BigDecimal share) {
        List<Portion> portions = new ArrayList<>();
        for (Line line : goods) {
            BigDecimal quantity = share.compareTo(BigDecimal.ONE) == 0 ? line.inStock() : part(dice, line.inStock());
            if (quantity.signum() > 0) {
                portions.add(new Portion(line, quantity));
            }
        }
        return portions;
    }

    /** A shipment of them; none if there is nothing to ship. */
    private List<Shipment> one(Site site, List<Portion> portions, boolean lateNumber, boolean waitsForStock) {
        if (portions.isEmpty()) {
            return List.of();
        }
        return List.of(new Shipment(
                site,
                portions,
                CARRIERS.get(dice.nextInt(CARRIERS.size())),
                1 + dice.nextInt(3),
                dice.nextInt(20) == 0,
                lateNumber,
                waitsForStock));
    }

    /** Between nothing and all, exclusive where the quantity allows: about a third to two thirds, whole if the whole is. */
    static BigDecimal part(SplittableRandom dice, BigDecimal whole) {
        int scale = whole.stripTrailingZeros().scale() > 0 ? 1 : 0;
        BigDecimal share = BigDecimal.valueOf(33 + dice.nextInt(34), 2);
        BigDecimal part = whole.multiply(share).setScale(scale, RoundingMode.HALF_UP);
        return part.signum() == 0 ? whole.min(BigDecimal.ONE) : part;
    }
}
