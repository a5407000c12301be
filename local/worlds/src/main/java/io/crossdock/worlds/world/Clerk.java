package io.crossdock.worlds.world;

import java.util.List;
import java.util.Objects;

/** People who keep the orders of the ledger: what happens to them once they are entered. */
final class Clerk {

    private Clerk() {}

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
        EntryClerk.write(order);
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
