package io.crossdock.worlds.world;

import java.util.List;

/** People who watch the money: payments and holds. */
final class Cashier {

    private static final int MOST_HOLDS = 6;

    private Cashier() {}

    /** Money that belongs to an order. */
    static final class Payment {
        final String no;
        final SalesOrder order;
        final int amount;
        final Firsts firsts;
        boolean posted;
        /** True if its record names the order. */
        boolean isNamed;

        Payment(String no, SalesOrder order, int amount, boolean isNamed) {
            this.no = no;
            this.order = order;
            this.amount = amount;
            this.firsts = new Firsts(order.sale.log);
            this.isNamed = isNamed;
        }

        String name() {
            return "erp:payment:" + no;
        }
    }

    /** Something that stops an order. */
    static final class Hold {
        final String no;
        final SalesOrder order;
        final String reason;
        boolean lifted;
        /** True while its row is not in the table. */
        boolean isDeleted;
        /** True if nobody believes yet that its row was meant to be deleted. */
        boolean isHeld;

        Hold(String no, SalesOrder order, String reason) {
            this.no = no;
            this.order = order;
            this.reason = reason;
        }

        /** True while it is believed to stand. */
        boolean isThere() {
            return !isDeleted || isHeld;
        }

        String name() {
            return "erp:hold:" + no;
        }
    }

    static boolean announces(World world, Sale sale, Dice dice) {
        return announces(world, sale, dice, true);
    }

    /** Money comes in and nobody says what for. */
    static boolean announcesUnnamed(World world, Sale sale, Dice dice) {
        return announces(world, sale, dice, false);
    }

    /** Somebody asks the customer and writes the order's number on the payment. */
    static boolean namesOrder(World world, Sale sale, Dice dice) {
        Payment payment = dice.of(sale.salesOrders.stream()
                .flatMap(order -> order.payments.stream())
                .filter(candidate -> !candidate.isNamed)
                .toList());
        if (payment == null) {
            return false;
        }
        payment.isNamed = true;
        world.erp.payment(payment);
        world.tell("A clerk writes " + payment.order.no + " on payment " + payment.no);
        return true;
    }

    private static boolean announces(World world, Sale sale, Dice dice, boolean isNamed) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null) {
            return false;
        }
        int open = order.bills.stream()
                .filter(bill -> !bill.credit && bill.status == Bill.Status.POSTED)
                .mapToInt(Bill::amount)
                .sum();
        int amount = open == 0 || dice.oneIn(3) ? dice.between(5, 40) : open;
        Payment payment = new Payment(world.erp.number("P-"), order, amount, isNamed);
        order.payments.add(payment);
        world.erp.payment(payment);
        world.tell(sale.customer + " announces to pay " + amount + " for " + (isNamed ? order.no : "something"));
        return true;
    }

    static boolean posts(World world, Sale sale, Dice dice) {
        Payment payment = dice.of(sale.salesOrders.stream()
                .flatMap(order -> order.payments.stream())
                .filter(candidate -> !candidate.posted)
                .toList());
        if (payment == null) {
            return false;
        }
        payment.posted = true;
        world.erp.payment(payment);
        world.tell("Payment " + payment.no + " arrives");
        return true;
    }

    static boolean holds(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null) {
            return false;
        }
        String reason = String.valueOf(dice.of(List.of("credit", "address", "fraud check")));
        Hold hold = new Hold(world.erp.number("H-"), order, reason);
        order.holds.add(hold);
        world.erp.hold(hold);
        world.tell("A clerk stops " + order.no + " because of " + reason);
        return true;
    }

    /** The bank sends a list, and everything on it is stopped at once. */
    static boolean holdsAll(World world, Sale sale, Dice dice) {
        boolean any = false;
        long open =
                sale.salesOrders.stream().mapToLong(order -> order.holds.size()).sum();
        for (long i = open; i < MOST_HOLDS && i < open + dice.between(2, 6); i++) {
            any |= holds(world, sale, dice);
        }
        return any;
    }

    static boolean lifts(World world, Sale sale, Dice dice) {
        Hold hold = dice.of(sale.salesOrders.stream()
                .flatMap(order -> order.holds.stream())
                .filter(candidate -> !candidate.lifted && !candidate.isDeleted)
                .toList());
        if (hold == null) {
            return false;
        }
        hold.lifted = true;
        world.erp.hold(hold);
        world.tell("Hold " + hold.no + " is lifted");
        return true;
    }
}
