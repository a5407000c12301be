package io.crossdock.worlds.world;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People who enter orders in the ledger, and rows that the customer never asked for. */
final class EntryClerk {

    private static final List<String> NO_REFERENCES = List.of("VERBAL", "N/A", "reorder June");

    private EntryClerk() {}

    static boolean entersPhoneOrder(World world, Sale sale, Dice dice) {
        if (sale.isCaptured()) {
            return false;
        }
        Customer.begin(world, sale, dice);
        Customer.fillLines(world, sale, dice, false);
        SalesOrder order = open(world, sale, dice);
        sale.lines.forEach(line -> add(order, line, String.valueOf(10 * (order.lines.size() + 1)), false, line.wanted));
        write(order);
        world.tell("A clerk enters " + sale.name() + " by phone as " + order.no + ": " + Customer.said(sale.lines));
        return true;
    }

    static boolean entersOrder(World world, Sale sale, Dice dice) {
        if (sale.crmId == null || !sale.salesOrders.isEmpty()) {
            return false;
        }
        boolean divided = world.has(Feature.SPLIT_ORDER) && dice.oneIn(2);
        SalesOrder order = open(world, sale, dice);
        enter(world, order, dice, divided);
        order.reference = reference(world, sale, dice);
        write(order);
        world.tell("A clerk enters " + sale.name() + " as " + order.no + ", reference " + order.reference);
        return true;
    }

    /** What the first sales order left out is entered in a second. */
    static boolean entersRest(World world, Sale sale, Dice dice) {
        if (sale.crmId == null
                || sale.salesOrders.size() != 1
                || sale.salesOrders.getFirst().before != null
                || !sale.salesOrders.getFirst().namesItsCrmOrder()) {
            return false;
        }
        List<SaleLine> rest = sale.lines.stream()
                .filter(line -> line.number != null && line.kind == SaleLine.Kind.ITEM && line.wanted != null)
                .filter(line -> entered(line) < Objects.requireNonNull(line.wanted))
                .toList();
        if (rest.isEmpty()) {
            return false;
        }
        SalesOrder order = open(world, sale, dice);
        for (SaleLine line : rest) {
            add(order, line, String.valueOf(line.number), true, Objects.requireNonNull(line.wanted) - entered(line));
        }
        order.reference = sale.crmId;
        write(order);
        world.tell("A clerk enters the rest of " + sale.name() + " as " + order.no);
        return true;
    }

    static boolean addsFreight(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null || order.lines.stream().anyMatch(line -> line.line.sku.equals("FREIGHT"))) {
            return false;
        }
        SaleLine freight =
                new SaleLine(sale, null, "FREIGHT", "EA", 1, SaleLine.Kind.SERVICE, SaleLine.Source.STOCK, 1);
        addOwn(order, freight, "90", 1);
        world.tell("A clerk adds freight to " + order.no);
        return true;
    }

    /** Another article is sent for some of the units, in the same unit, and named on a row of its own. */
    static boolean substitutes(World world, Sale sale, Dice dice) {
        ErpLine replaced = dice.of(sale.salesOrders.stream()
                .filter(SalesOrder::isAlive)
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.line.kind.isHandled() && line.line.source == SaleLine.Source.STOCK)
                .filter(line -> line.line.insteadOf == null && line.line.pieces == 1 && line.unassigned() > 0)
                .toList());
        if (replaced == null) {
            return false;
        }
        SalesOrder order = replaced.order;
        int units = dice.between(1, replaced.unassigned());
        String number = String.valueOf(200 + order.lines.size());
        SaleLine other = new SaleLine(
                sale, null, "B-" + number, replaced.line.unit, 1, SaleLine.Kind.ITEM, SaleLine.Source.STOCK, units);
        other.insteadOf = replaced.line;
        addOwn(order, other, number, units);
        world.tell("A clerk sends " + units + " of " + other.sku + " in place of line " + replaced.number + " of "
                + order.no);
        return true;
    }

    private static void enter(World world, SalesOrder order, Dice dice, boolean divided) {
        boolean byNumber = world.has(Feature.LINE_BY_NUMBER) && dice.oneIn(2);
        boolean byArticle = !byNumber && world.has(Feature.LINE_BY_ARTICLE) && dice.oneIn(2);
        for (SaleLine line : order.sale.lines) {
            if (divided && line.kind == SaleLine.Kind.ITEM && dice.oneIn(2)) {
                world.saw(Feature.SPLIT_ORDER);
                if (line.wanted == null || line.wanted < 2 || dice.oneIn(2)) {
                    continue;
                }
                add(order, line, String.valueOf(line.number), true, dice.between(1, line.wanted - 1));
                continue;
            }
            String number = byNumber ? String.valueOf(line.number) : String.valueOf(10 * (order.lines.size() + 1));
            add(order, line, number, !byNumber && !byArticle, line.wanted);
        }
        if (!order.lines.isEmpty()) {
            markIdentity(world, byNumber, byArticle);
        }
    }

    private static void markIdentity(World world, boolean byNumber, boolean byArticle) {
        if (byNumber) {
            world.saw(Feature.LINE_BY_NUMBER);
        }
        if (byArticle) {
            world.saw(Feature.LINE_BY_ARTICLE);
        }
    }

    private static @Nullable String reference(World world, Sale sale, Dice dice) {
        if (world.has(Feature.WRONG_LINK_TAKEN_BACK) && dice.oneIn(2)) {
            String stranger = world.sales.stream()
                    .filter(other -> other != sale && other.crmId != null)
                    .map(other -> other.crmId)
                    .findFirst()
                    .orElse(null);
            if (stranger != null) {
                return stranger;
            }
        }
        if (world.has(Feature.STOP_LIST_VALUE) && dice.oneIn(2)) {
            world.saw(Feature.STOP_LIST_VALUE);
            return dice.of(NO_REFERENCES);
        }
        boolean leftOut = world.has(Feature.LATE_LINK)
                || world.has(Feature.NEVER_LINKED)
                || world.has(Feature.TIED_BY_PO)
                || world.has(Feature.CORRECTION);
        if (leftOut && dice.oneIn(2)) {
            return null;
        }
        String id = Objects.requireNonNull(sale.crmId);
        return dice.oneIn(2) ? id.substring(0, 15) : id;
    }

    private static int entered(SaleLine line) {
        return line.inErp.stream()
                .mapToInt(entered -> Objects.requireNonNullElse(entered.ordered, 0))
                .sum();
    }

    private static SalesOrder open(World world, Sale sale, Dice dice) {
        SalesOrder order = new SalesOrder(sale, world.erp, world.erp.number("SO-"), world.log);
        order.prepaid = world.has(Feature.PREPAID) && dice.oneIn(2);
        if (order.prepaid) {
            world.saw(Feature.PREPAID);
        }
        boolean typed = world.has(Feature.TIED_BY_PO) || dice.oneIn(3);
        order.customerPo = typed ? sale.purchaseOrder : null;
        sale.salesOrders.add(order);
        return order;
    }

    private static void add(SalesOrder order, SaleLine line, String number, boolean named, @Nullable Integer ordered) {
        ErpLine entered = new ErpLine(order, number, line, named, ordered);
        order.lines.add(entered);
        line.inErp.add(entered);
    }

    /** A row that only the ledger has. */
    private static void addOwn(SalesOrder order, SaleLine line, String number, int ordered) {
        order.sale.lines.add(line);
        add(order, line, number, false, ordered);
        order.ledger.line(order.lines.getLast());
    }

    static void write(SalesOrder order) {
        order.ledger.order(order);
        order.lines.forEach(order.ledger::line);
    }
}
