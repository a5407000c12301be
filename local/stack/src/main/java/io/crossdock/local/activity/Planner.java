package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Plan.Shipment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws the plan of an order; the same seed and number give the same plan. */
public final class Planner {
    private static final List<String> CARRIERS = List.of("UPS", "FEDEX", "USPS", "DHL");
    private static final int CUSTOMERS = 40;
    private static final int ARTICLES = 200;

    private final SplittableRandom dice;

    private Planner(long seed, int number) {
        this.dice = new SplittableRandom(seed * 1_000_003L + number);
    }

    /** The plan of the order with this number, counted from 0, in the world of this seed. */
    public static Plan plan(long seed, int number) {
        return new Planner(seed, number).draw();
    }

    private Plan draw() {
        Scenario scenario = Scenario.draw(dice);
        List<Line> lines = lines(scenario);
        return new Plan(
                scenario,
                "C-" + (100 + dice.nextInt(CUSTOMERS)),
                dice.nextInt(10) == 0,
                dice.nextBoolean(),
                dice.nextBoolean(),
                lines,
                shipments(scenario, lines.stream().filter(Line::isGoods).toList()));
    }

    private List<Line> lines(Scenario scenario) {
        int goods = scenario == Scenario.LINE_CANCELLED ? 2 + dice.nextInt(3) : 1 + dice.nextInt(4);
        int others = dice.nextInt(5) == 0 ? 1 : 0;
        List<Integer> erpLines = new ArrayList<>();
        for (int i = 1; i <= goods + others; i++) {
            erpLines.add(10 * i);
        }
        if (dice.nextInt(5) == 0) {
            Collections.shuffle(erpLines, new Random(dice.nextLong()));
        }
        int touched = dice.nextInt(goods);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < goods; i++) {
            lines.add(goods(scenario, i, erpLines.get(i), i == touched));
        }
        if (others > 0) {
            boolean text = dice.nextBoolean();
            BigDecimal one = BigDecimal.ONE;
            lines.add(new Line(
                    goods + 1,
                    erpLines.get(goods),
                    0,
                    text ? "NOTE" : "INSTALLATION",
                    "EA",
                    text ? "TEXT" : "SERVICE",
                    one,
                    scenario == Scenario.CANCELLED ? one : BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    text ? BigDecimal.ZERO : price()));
        }
        return lines;
    }

    /** One line of goods; {@code touched} is the line that something happens to if it happens to one only. */
    private Line goods(Scenario scenario, int index, int erpLine, boolean touched) {
        boolean metres = dice.nextInt(12) == 0;
        BigDecimal ordered = metres
                ? BigDecimal.valueOf(4 + dice.nextInt(400), 1).add(BigDecimal.valueOf(5, 1))
                : BigDecimal.valueOf(2 + dice.nextInt(30));
        BigDecimal part = part(ordered);
        boolean whole = dice.nextBoolean();
        BigDecimal cancelled = switch (scenario) {
            case CANCELLED -> ordered;
            case LINE_CANCELLED -> touched ? (whole ? ordered : part) : BigDecimal.ZERO;
            default -> BigDecimal.ZERO;
        };
        BigDecimal backordered = switch (scenario) {
            case BACKORDERED -> ordered;
            case BACKORDER_FILLED -> touched ? (whole ? ordered : part) : BigDecimal.ZERO;
            case PARTLY_SHIPPED -> touched && whole ? part : BigDecimal.ZERO;
            default -> BigDecimal.ZERO;
        };
        return new Line(
                index + 1,
                erpLine,
                index + 1,
                "SKU-" + (1000 + dice.nextInt(ARTICLES)),
                metres ? "M" : dice.nextInt(6) == 0 ? "BX" : "EA",
                "ITEM",
                ordered,
                cancelled,
                backordered,
                price());
    }

    private List<Shipment> shipments(Scenario scenario, List<Line> goods) {
        return switch (scenario) {
            case BACKORDERED, CANCELLED, ALLOCATED_ONLY -> List.of();
            case SHIPPED_AT_ONCE, LINE_CANCELLED, PACKED_ONLY, LATE_NUMBER ->
                List.of(shipment(portions(goods, BigDecimal.ONE), scenario == Scenario.LATE_NUMBER));
            case SHIPPED_IN_PARTS -> split(goods, 2 + dice.nextInt(2));
            case BACKORDER_FILLED -> filled(goods);
            case PARTLY_SHIPPED, SHORT_CLOSED -> List.of(shipment(portions(goods, new BigDecimal("0.5")), false));
        };
    }

    /** First what is in stock, if anything is, then the rest. */
    private List<Shipment> filled(List<Line> goods) {
        List<Portion> first = portions(goods, BigDecimal.ONE);
        List<Portion> rest = goods.stream()
                .filter(line -> line.backordered().signum() > 0)
                .map(line -> new Portion(line, line.backordered()))
                .toList();
        return first.isEmpty()
                ? List.of(shipment(rest, false))
                : List.of(shipment(first, false), shipment(rest, false));
    }

    /** The units in several shipments; a shipment that would be empty is left out. */
    private List<Shipment> split(List<Line> goods, int ways) {
        List<List<Portion>> portions = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            portions.add(new ArrayList<>());
        }
        for (Line line : goods) {
            BigDecimal left = line.inStock();
            for (int i = 0; i < ways - 1; i++) {
                BigDecimal here = part(left).min(left);
                if (dice.nextBoolean() && here.compareTo(left) < 0) {
                    portions.get(i).add(new Portion(line, here));
                    left = left.subtract(here);
                }
            }
            portions.get(ways - 1).add(new Portion(line, left));
        }
        return portions.stream()
                .filter(some -> !some.isEmpty())
                .map(some -> shipment(some, false))
                .toList();
    }

    /** That share of what is in stock of each line, at least a bit of the first and never all if the share is below 1. */
    private List<Portion> portions(List<Line> goods, BigDecimal share) {
        List<Portion> portions = new ArrayList<>();
        for (Line line : goods) {
            BigDecimal quantity = share.compareTo(BigDecimal.ONE) == 0 ? line.inStock() : part(line.inStock());
            if (quantity.signum() > 0) {
                portions.add(new Portion(line, quantity));
            }
        }
        return portions;
    }

    private Shipment shipment(List<Portion> portions, boolean lateNumber) {
        return new Shipment(
                portions,
                CARRIERS.get(dice.nextInt(CARRIERS.size())),
                1 + dice.nextInt(3),
                dice.nextInt(20) == 0,
                lateNumber);
    }

    /** Between nothing and all, exclusive where the quantity allows: about a third to two thirds, whole if the whole is. */
    private BigDecimal part(BigDecimal whole) {
        int scale = whole.stripTrailingZeros().scale() > 0 ? 1 : 0;
        BigDecimal share = BigDecimal.valueOf(33 + dice.nextInt(34), 2);
        BigDecimal part = whole.multiply(share).setScale(scale, RoundingMode.HALF_UP);
        return part.signum() == 0 ? whole.min(BigDecimal.ONE) : part;
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(150 + dice.nextInt(20_000), 2);
    }
}
