package io.crossdock.worlds.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers and the sales people who type what they say into the CRM. */
final class Customer {

    private static final List<String> UNITS = List.of("EA", "BOX", "M");

    private Customer() {}

    static boolean orders(World world, Sale sale, Dice dice) {
        if (sale.isCaptured()) {
            return false;
        }
        begin(world, sale, dice);
        String id = world.crm.id();
        sale.crmId = id;
        fillLines(world, sale, dice, true);
        sale.createdAt = world.log.time();
        sale.created = world.log.now();
        world.crm.order(id, sale, sale.createdAt, false, null);
        sale.lines.forEach(line -> world.crm.item(id, line));
        world.tell(sale.customer + " orders in the CRM: " + sale.name() + " is " + id + ", " + said(sale.lines));
        return true;
    }

    static void begin(World world, Sale sale, Dice dice) {
        sale.customer = "C-" + dice.between(1, 5);
        sale.purchaseOrder = dice.oneIn(4) ? "VERBAL" : world.purchaseOrder();
        Sale other = world.has(Feature.PO_USED_TWICE) ? dice.of(world.sales) : null;
        if (other != null && other != sale && other.isCaptured() && dice.oneIn(2)) {
            sale.customer = other.customer;
            sale.purchaseOrder = other.purchaseOrder;
            if (PurchaseOrder.typed(sale.purchaseOrder) != null) {
                world.saw(Feature.PO_USED_TWICE);
            }
        }
    }

    /** What the customer wants; {@code numbered} if the CRM gives the lines numbers. */
    static void fillLines(World world, Sale sale, Dice dice, boolean numbered) {
        int goods = world.has(Feature.SERVICE_ONLY) && dice.oneIn(2) ? 0 : dice.between(1, 3);
        for (int i = 0; i < goods; i++) {
            String sku = "A-" + (i + 1);
            String unit = "EA";
            if (world.has(Feature.ONE_ARTICLE_TWO_UNITS) && i > 0) {
                sku = "A-1";
                unit = UNITS.get(i % UNITS.size());
                world.saw(Feature.ONE_ARTICLE_TWO_UNITS);
            }
            Integer wanted = world.has(Feature.UNKNOWN_QUANTITY) && dice.oneIn(3) ? null : dice.between(1, 6);
            if (wanted == null) {
                world.saw(Feature.UNKNOWN_QUANTITY);
            }
            add(sale, numbered, sku, unit, SaleLine.Kind.ITEM, wanted, world, dice);
        }
        if (world.has(Feature.KITS) && goods > 0 && dice.oneIn(2)) {
            addKit(sale, numbered, dice);
            world.saw(Feature.KITS);
        }
        if (goods == 0 || (world.has(Feature.SERVICE_LINE) && dice.oneIn(2))) {
            add(sale, numbered, "S-1", "H", SaleLine.Kind.SERVICE, dice.between(1, 3), world, dice);
            world.saw(goods == 0 ? Feature.SERVICE_ONLY : Feature.SERVICE_LINE);
        }
        if (world.has(Feature.TEXT_LINE) && dice.oneIn(2)) {
            add(sale, numbered, "T-1", "EA", SaleLine.Kind.TEXT, null, world, dice);
            world.saw(Feature.TEXT_LINE);
        }
    }

    /** A kit is sold as one and packed as its components. */
    private static void addKit(Sale sale, boolean numbered, Dice dice) {
        int kits = dice.between(1, 3);
        SaleLine kit = kitLine(sale, numbered, "K-1", SaleLine.Kind.KIT, kits);
        for (int i = 1; i <= 2; i++) {
            kitLine(sale, numbered, "P-" + i, SaleLine.Kind.COMPONENT, kits * dice.between(1, 2)).kit = kit;
        }
    }

    private static SaleLine kitLine(Sale sale, boolean numbered, String sku, SaleLine.Kind kind, int wanted) {
        String number = numbered ? String.valueOf(sale.lines.size() + 1) : null;
        SaleLine line = new SaleLine(sale, number, sku, "EA", 1, kind, SaleLine.Source.STOCK, wanted);
        sale.lines.add(line);
        return line;
    }

    static boolean wantsMore(World world, Sale sale, Dice dice) {
        SaleLine line = changeable(sale, dice);
        if (line == null || line.wanted == null) {
            return false;
        }
        int more = dice.between(1, 3);
        line.wanted += more;
        return revised(world, sale, line, more + " more");
    }

    static boolean wantsLess(World world, Sale sale, Dice dice) {
        SaleLine line = changeable(sale, dice);
        if (line == null || line.wanted == null || line.wanted < 2) {
            return false;
        }
        int less = dice.between(1, line.wanted - 1);
        line.wanted -= less;
        return revised(world, sale, line, less + " fewer");
    }

    static boolean cancelsUnits(World world, Sale sale, Dice dice) {
        SaleLine line = changeable(sale, dice);
        if (line == null || line.wanted == null || line.unwanted >= line.wanted) {
            return false;
        }
        line.unwanted += dice.between(1, line.wanted - line.unwanted);
        return revised(world, sale, line, "cancel " + line.unwanted + " in all");
    }

    static boolean cancelsOrder(World world, Sale sale, Dice dice) {
        if (sale.crmId == null || sale.cancelledInCrm) {
            return false;
        }
        sale.cancelledInCrm = true;
        world.crm.order(sale.crmId, sale, sale.createdAt, true, null);
        world.tell(sale.customer + " cancels the whole of " + sale.name());
        return true;
    }

    static boolean opensCancelRequest(World world, Sale sale, Dice dice) {
        SaleLine line = dice.oneIn(4) ? null : changeable(sale, dice);
        if (sale.crmId == null || (line != null && line.wanted == null)) {
            return false;
        }
        int units = line == null || line.wanted == null ? 0 : dice.between(1, line.wanted);
        CancelRequest request = new CancelRequest(world.crm.id(), line, units);
        sale.cancelRequests.add(request);
        world.crm.request(sale, request);
        world.tell(sale.customer + " asks to cancel " + (line == null ? "all" : units + " of line " + line.number)
                + " of " + sale.name());
        return true;
    }

    static boolean withdrawsCancelRequest(World world, Sale sale, Dice dice) {
        CancelRequest request = dice.of(sale.cancelRequests.stream()
                .filter(candidate -> !candidate.withdrawn)
                .toList());
        if (request == null) {
            return false;
        }
        request.withdrawn = true;
        world.crm.request(sale, request);
        world.tell(sale.customer + " wants it after all");
        return true;
    }

    /** A salesman types the number of the sales order into the CRM, the right one or somebody else's. */
    static boolean namesSalesOrder(World world, Sale sale, Dice dice) {
        Sale other = world.has(Feature.AMBIGUOUS_REFERENCE) ? dice.of(world.sales) : sale;
        SalesOrder order = other == null ? null : dice.of(other.salesOrders);
        if (sale.crmId == null || order == null || sale.namedInCrm != null || (other != sale && !order.isLinked())) {
            return false;
        }
        names(world, sale, order);
        world.tell("A salesman writes " + order.no + " on " + sale.name());
        return true;
    }

    static void names(World world, Sale sale, @Nullable SalesOrder order) {
        sale.namedInCrm = order;
        if (order != null && order.sale != sale) {
            world.saw(Feature.AMBIGUOUS_REFERENCE);
        }
        world.crm.order(String.valueOf(sale.crmId), sale, sale.createdAt, sale.cancelledInCrm, null);
    }

    /** Our own writing arrives in the CRM and is read back like any other record. */
    static boolean seesOurCopy(World world, Sale sale, Dice dice) {
        if (sale.crmId != null || sale.copyId != null || sale.salesOrders.isEmpty()) {
            return false;
        }
        SalesOrder order = sale.salesOrders.getFirst();
        sale.copyId = world.crm.id();
        world.crm.order(sale.copyId, sale, world.log.time(), false, "erp:" + order.no);
        world.tell("A copy of " + order.no + " appears in the CRM as " + sale.copyId);
        return true;
    }

    private static boolean revised(World world, Sale sale, SaleLine line, String what) {
        world.crm.item(String.valueOf(sale.crmId), line);
        world.tell(sale.customer + " wants " + what + " of line " + line.number + " of " + sale.name());
        return true;
    }

    private static @Nullable SaleLine changeable(Sale sale, Dice dice) {
        return sale.crmId == null
                ? null
                : dice.of(sale.lines.stream()
                        .filter(line -> line.number != null && line.kind != SaleLine.Kind.TEXT)
                        .toList());
    }

    private static void add(
            Sale sale,
            boolean numbered,
            String sku,
            String unit,
            SaleLine.Kind kind,
            @Nullable Integer wanted,
            World world,
            Dice dice) {
        String number = numbered ? String.valueOf(sale.lines.size() + 1) : null;
        boolean cases = kind.isGoods() && unit.equals("EA") && world.has(Feature.CASES) && dice.oneIn(2);
        if (cases) {
            world.saw(Feature.CASES);
        }
        SaleLine.Source source = kind.isGoods() ? source(world, dice) : SaleLine.Source.STOCK;
        int pieces = !cases ? 1 : dice.oneIn(2) ? 4 : 12;
        Integer units = cases && wanted != null ? Integer.valueOf(1 + wanted % 2) : wanted;
        sale.lines.add(new SaleLine(sale, number, sku, cases ? "CS" : unit, pieces, kind, source, units));
    }

    private static SaleLine.Source source(World world, Dice dice) {
        if (world.has(Feature.DROP_SHIP) && dice.oneIn(2)) {
            world.saw(Feature.DROP_SHIP);
            return SaleLine.Source.VENDOR;
        }
        if (world.has(Feature.PICK_UP) && dice.oneIn(2)) {
            world.saw(Feature.PICK_UP);
            return SaleLine.Source.COUNTER;
        }
        return SaleLine.Source.STOCK;
    }

    static String said(List<SaleLine> lines) {
        return String.join(
                ", ",
                lines.stream()
                        .map(line -> (line.wanted == null ? "some" : line.wanted) + " " + line.unit + " of " + line.sku)
                        .toList());
    }
}
