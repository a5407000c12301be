package io.crossdock.worlds.world;

import java.util.List;

/** People who watch the money: payments and holds. */
final class Cashier {

    private Cashier() {}

    /** Money that belongs to an order. */
    static final class Payment {
        final String no;
        final SalesOrder order;
        final int amount;
        boolean posted;

        Payment(String no, SalesOrder order, int amount) {
            this.no = no;
            this.order = order;
            this.amount = amount;
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

        Hold(String no, SalesOrder order, String reason) {
            this.no = no;
            this.order = order;
            this.reason = reason;
        }

        String name() {
            return "erp:hold:" + no;
        }
    }

    static boolean announces(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null) {
            return false;
        }
        int open = order.bills.stream()
                .filter(bill -> !bill.credit && bill.status == Bill.Status.POSTED)
                .mapToInt(Bill::amount)
                .sum();
        int amount = open == 0 || dice.oneIn(3) ? dice.between(5, 40) : open;
        Payment payment = new Payment(world.erp.number("P-"), order, amount);
        order.payments.add(payment);
        world.erp.payment(payment);
        world.tell(sale.customer + " announces to pay " + amount + " for " + order.no);
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

    static boolean lifts(World world, Sale sale, Dice dice) {
        Hold hold = dice.of(sale.salesOrders.stream()
                .flatMap(order -> order.holds.stream())
                .filter(candidate -> !candidate.lifted)
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
