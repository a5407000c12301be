package io.crossdock.worlds.world;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People who enter and keep orders in the ledger. */
final class Clerk {

    private static final List<String> NO_REFERENCES = List.of("VERBAL", "N/A", "reorder June");

    private Clerk() {}

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

    static boolean fillsReference(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null || sale.crmId == null || order.namesItsCrmOrder() || order.before != null) {
            return false;
        }
        boolean staysOpen = world.has(Feature.NEVER_LINKED) && !world.has(Feature.LATE_LINK);
        if (staysOpen && !order.namesAStranger()) {
            return false;
        }
        world.saw(order.namesAStranger() ? Feature.WRONG_LINK_TAKEN_BACK : Feature.LATE_LINK);
        order.reference = sale.crmId;
        order.ledger.order(order);
        world.tell("A clerk notices that " + order.no + " is " + sale.name());
        return true;
    }

    static void takesWrongLinksBack(World world) {
        for (Sale sale : world.sales) {
            SalesOrder named = sale.namedInCrm;
            if (named != null && named.sale != sale && !named.isLinked()) {
                Customer.names(world, sale, null);
                world.tell("A salesman notices that " + sale.name() + " is not " + named.no);
            }
            for (SalesOrder order : sale.salesOrders) {
                takesWeakLinksBack(world, order);
                if (order.namesAStranger()) {
                    world.saw(Feature.WRONG_LINK_TAKEN_BACK);
                    order.reference = sale.crmId;
                    order.ledger.order(order);
                    world.tell("A clerk notices in the end that " + order.no + " is " + sale.name());
                }
            }
        }
    }

    /** What a number or a person ties to somebody else's order is corrected; that may tie another one, and so on. */
    private static void takesWeakLinksBack(World world, SalesOrder order) {
        Belonging belonging = Belonging.of(world, order);
        if (belonging.to() == null
                || belonging.to().equals(order.sale.crmId)
                || belonging.to().equals(order.sale.copyId)) {
            return;
        }
        if (belonging.rule() == LinkRule.MATCHED) {
            order.customerPo = world.purchaseOrder();
            order.ledger.order(order);
            world.tell("A clerk notices that the number on " + order.no + " is another order's, and writes "
                    + order.customerPo);
        } else if (belonging.rule() == LinkRule.PERSON) {
            world.desk.about(order).toList().forEach(correction -> world.desk.takesBack(world, correction));
        }
    }

    static boolean accepts(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "accepts", order -> {
            if (order.status != SalesOrder.Status.ENTERED) {
                return false;
            }
            order.status = SalesOrder.Status.ACCEPTED;
            order.acceptedAt = world.log.wallTime();
            order.accepted = world.log.now();
            return true;
        });
    }

    static boolean approvesCredit(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "approves the credit of", order -> {
            boolean open = order.credit != SalesOrder.Credit.APPROVED;
            order.credit = SalesOrder.Credit.APPROVED;
            return open;
        });
    }

    static boolean refusesCredit(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "refuses the credit of", order -> {
            boolean open = order.credit != SalesOrder.Credit.REFUSED;
            order.credit = SalesOrder.Credit.REFUSED;
            return open;
        });
    }

    static boolean holds(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "holds", order -> {
            boolean alive = order.isAlive() && order.status != SalesOrder.Status.ON_HOLD;
            order.status = alive ? SalesOrder.Status.ON_HOLD : order.status;
            return alive;
        });
    }

    static boolean liftsHold(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "lifts the hold of", order -> {
            boolean held = order.status == SalesOrder.Status.ON_HOLD;
            if (held) {
                order.status = order.isAccepted() ? SalesOrder.Status.ACCEPTED : SalesOrder.Status.ENTERED;
            }
            return held;
        });
    }

    static boolean closes(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "closes", order -> {
            boolean open = order.status == SalesOrder.Status.ACCEPTED && !order.bills.isEmpty();
            order.status = open ? SalesOrder.Status.CLOSED : order.status;
            return open;
        });
    }

    static boolean cancelsSalesOrder(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "cancels", order -> {
            boolean alive = order.isAlive();
            order.status = SalesOrder.Status.CANCELLED;
            return alive;
        });
    }

    /** A cancelled or closed order lives on. */
    static boolean reopens(World world, Sale sale, Dice dice) {
        return changed(world, sale, dice, "opens again", order -> {
            boolean over = !order.isAlive();
            order.status =
                    !over ? order.status : order.isAccepted() ? SalesOrder.Status.ACCEPTED : SalesOrder.Status.ENTERED;
            return over;
        });
    }

    static boolean addsFreight(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null || order.lines.stream().anyMatch(line -> line.line.sku.equals("FREIGHT"))) {
            return false;
        }
        SaleLine freight =
                new SaleLine(sale, null, "FREIGHT", "EA", 1, SaleLine.Kind.SERVICE, SaleLine.Source.STOCK, 1);
        sale.lines.add(freight);
        add(order, freight, "90", false, 1);
        order.ledger.line(order.lines.getLast());
        world.tell("A clerk adds freight to " + order.no);
        return true;
    }

    /** Another article is sent for some of the units, in the same unit, and named on a row of its own. */
    static boolean substitutes(World world, Sale sale, Dice dice) {
        ErpLine replaced = dice.of(sale.salesOrders.stream()
                .filter(SalesOrder::isAlive)
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.line.kind.isHandled() && line.line.source == SaleLine.Source.STOCK)
                .filter(line -> line.insteadOf == null && line.line.pieces == 1 && line.unassigned() > 0)
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
        sale.lines.add(other);
        add(order, other, number, false, units);
        order.lines.getLast().insteadOf = replaced;
        order.ledger.line(order.lines.getLast());
        world.tell("A clerk sends " + units + " of " + other.sku + " in place of line " + replaced.number + " of "
                + order.no);
        return true;
    }

    /** The ledger's quantity becomes what the customer wants by now. */
    static boolean followsRevision(World world, Sale sale, Dice dice) {
        List<ErpLine> outdated = sale.lines.stream()
                .filter(line -> line.number != null && line.inErp.size() == 1)
                .map(line -> line.inErp.getFirst())
                .filter(line -> !Objects.equals(line.ordered, line.line.wanted))
                .toList();
        ErpLine line = dice.of(outdated);
        if (line == null) {
            return false;
        }
        line.ordered = line.line.wanted;
        line.order.ledger.line(line);
        world.tell("A clerk changes line " + line.number + " of " + line.order.no + " to " + line.ordered);
        return true;
    }

    static boolean confirmsCancel(World world, Sale sale, Dice dice) {
        List<ErpLine> open = sale.salesOrders.stream()
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.ordered != null && line.ordered > line.cancelled && line.line.kind.isGoods())
                .toList();
        ErpLine line = dice.of(open);
        if (line == null || line.ordered == null) {
            return false;
        }
        line.cancelled += dice.between(1, line.ordered - line.cancelled);
        line.order.ledger.line(line);
        world.tell("A clerk confirms that " + line.cancelled + " units of line " + line.number + " of " + line.order.no
                + " are cancelled");
        return true;
    }

    /** The new ledger takes a sales order over; the old one closes it. */
    static boolean cutsOver(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders.stream()
                .filter(candidate -> candidate.before == null && candidate.isAlive())
                .filter(candidate -> candidate.bills.isEmpty()
                        && candidate.lines.stream().allMatch(line -> line.notedAllocated == null))
                .toList());
        if (order == null || order.namesAStranger() || PurchaseOrder.on(order) != null || sale.salesOrders.size() > 1) {
            return false;
        }
        SalesOrder.Status status = order.status;
        order.status = SalesOrder.Status.CLOSED;
        order.ledger.order(order);
        order.status = status;
        order.before = order.ledger;
        order.ledger = world.books;
        order.newNo = world.books.number("B-");
        write(order);
        world.tell("The new ledger takes " + order.no + " over as " + order.newNo);
        return true;
    }

    /** The ledger notes how far the warehouse is, not always rightly. */
    static boolean notesAllocated(World world, Sale sale, Dice dice) {
        ErpLine line = dice.of(sale.salesOrders.stream()
                .flatMap(order -> order.lines.stream())
                .filter(candidate -> candidate.line.kind.isHandled() && candidate.line.pieces == 1)
                .filter(candidate -> candidate.order.before == null)
                .toList());
        if (line == null) {
            return false;
        }
        line.notedAllocated = dice.between(0, 4);
        line.order.ledger.line(line);
        world.tell("The ledger notes " + line.notedAllocated + " allocated for line " + line.number + " of "
                + line.order.no);
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

    private static void write(SalesOrder order) {
        order.ledger.order(order);
        order.lines.forEach(order.ledger::line);
    }

    private interface Change {
        boolean isMade(SalesOrder order);
    }

    private static boolean changed(World world, Sale sale, Dice dice, String verb, Change change) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null || !change.isMade(order)) {
            return false;
        }
        order.ledger.order(order);
        world.tell("A clerk " + verb + " " + order.no);
        return true;
    }
}
