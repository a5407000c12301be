package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Moment;
import io.crossdock.local.activity.Plan.Shipment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws the plan of an order; the same seed and number give the same plan. */
public final class Planner {
    private static final int CUSTOMERS = 40;
    private static final int ARTICLES = 200;
    private static final List<Moment> LATE =
            List.of(Moment.BEFORE_HAND_OVER, Moment.WHILE_PACKED, Moment.WHILE_PACKED, Moment.AFTER_SHIPPED);

    private final SplittableRandom dice;

    private Planner(long seed, int number) {
        this.dice = new SplittableRandom(seed * 1_000_003L + number);
    }

    /** The plan of the order with this number, counted from 0, in the world of this seed. */
    public static Plan plan(long seed, int number) {
        Planner planner = new Planner(seed, number);
        Scenario scenario = Scenario.draw(planner.dice);
        String customer = "C-" + (100 + planner.dice.nextInt(CUSTOMERS));
        Plan companion = scenario == Scenario.CONSOLIDATED ? planner.draw(scenario, customer, null) : null;
        return planner.draw(scenario, customer, companion);
    }

    private Plan draw(Scenario scenario, String customer, @Nullable Plan companion) {
        List<Line> lines = lines(scenario);
        return new Plan(
                scenario,
                customer,
                dice.nextInt(10) == 0,
                dice.nextBoolean(),
                dice.nextBoolean(),
                dice.nextBoolean(),
                scenario == Scenario.PHONED_IN ? LATE.get(dice.nextInt(LATE.size())) : Moment.AT_ONCE,
                lines,
                shipments(scenario, lines.stream().filter(Line::isGoods).toList()),
                companion);
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
        List<Site> sites = sites(scenario, goods);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < goods; i++) {
            lines.add(goods(scenario, i, erpLines.get(i), sites.get(i), i == touched));
        }
        if (others > 0) {
            boolean text = dice.nextBoolean();
            BigDecimal one = BigDecimal.ONE;
            lines.add(new Line(
                    goods + 1,
                    erpLines.get(goods),
                    null,
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

    /** Who ships each line: four orders of ten are the east's alone, three the west's, and three are split if they can be. */
    private List<Site> sites(Scenario scenario, int goods) {
        int roll = scenario == Scenario.CONSOLIDATED ? 4 : dice.nextInt(10);
        boolean split = roll >= 7 && goods > 1;
        int first = dice.nextInt(goods);
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < goods; i++) {
            boolean west =
                    split ? i == first || (i != (first + 1) % goods && dice.nextBoolean()) : roll >= 4 && roll < 7;
            sites.add(west ? Site.WEST : Site.EAST);
        }
        return sites;
    }

    /** One line of goods; {@code touched} is the line that something happens to if it happens to one only. */
    private Line goods(Scenario scenario, int index, int erpLine, Site site, boolean touched) {
        boolean metres = dice.nextInt(12) == 0;
        BigDecimal ordered = metres
                ? BigDecimal.valueOf(4 + dice.nextInt(400), 1).add(BigDecimal.valueOf(5, 1))
                : BigDecimal.valueOf(2 + dice.nextInt(30));
        BigDecimal part = Shares.part(dice, ordered);
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
                site,
                "SKU-" + (1000 + dice.nextInt(ARTICLES)),
                metres ? "M" : dice.nextInt(6) == 0 ? "BX" : "EA",
                "ITEM",
                ordered,
                cancelled,
                backordered,
                price());
    }

    /** Warehouse by warehouse, either one first. */
    private List<Shipment> shipments(Scenario scenario, List<Line> goods) {
        List<Site> sites = dice.nextBoolean() ? List.of(Site.EAST, Site.WEST) : List.of(Site.WEST, Site.EAST);
        Shares shares = new Shares(dice);
        List<Shipment> all = new ArrayList<>();
        for (Site site : sites) {
            List<Line> lines =
                    goods.stream().filter(line -> line.site() == site).toList();
            if (!lines.isEmpty()) {
                all.addAll(shares.shipments(scenario, site, lines));
            }
        }
        return all;
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(150 + dice.nextInt(20_000), 2);
    }
}
