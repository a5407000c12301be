package io.crossdock.worlds.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** People who bill. */
final class Bookkeeper {

    private Bookkeeper() {}

    /** Bills what has left and is not billed yet, and services. */
    static boolean invoices(World world, Sale sale, Dice dice) {
        return bill(world, sale, dice, false);
    }

    static boolean invoicesEarly(World world, Sale sale, Dice dice) {
        return bill(world, sale, dice, true);
    }

    /** One invoice for what several customers' orders have open, as companies of one group get it. */
    static boolean invoicesCollectively(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        SalesOrder other = dice.of(world.sales.stream()
                .filter(one -> one != sale)
                .flatMap(one -> one.salesOrders.stream())
                .toList());
        if (order == null || other == null || order.before != null || other.before != null) {
            return false;
        }
        Bill invoice = new Bill(order, world.erp.number("I-"), false);
        add(invoice, order, false, false, dice);
        add(invoice, other, false, false, dice);
        if (!invoice.isCollective() || !invoice.units.keySet().stream().anyMatch(line -> line.order == order)) {
            return false;
        }
        other.bills.add(invoice);
        return write(world, invoice);
    }

    static boolean posts(World world, Sale sale, Dice dice) {
        Bill bill = bill(sale, dice, Bill.Status.DRAFT, null);
        return bill != null && moved(world, bill, Bill.Status.POSTED);
    }

    static boolean voids(World world, Sale sale, Dice dice) {
        Bill bill = bill(sale, dice, Bill.Status.POSTED, false);
        return bill != null && moved(world, bill, Bill.Status.VOID);
    }

    static boolean credits(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null) {
            return false;
        }
        Bill memo = new Bill(order, world.erp.number("CM-"), true);
        for (ErpLine line : order.lines) {
            int open = line.billed() - line.credited();
            if (open > 0 && !dice.oneIn(4)) {
                memo.units.put(line, dice.oneIn(2) ? open : dice.between(1, open));
            }
        }
        return write(world, memo);
    }

    private static boolean bill(World world, Sale sale, Dice dice, boolean early) {
        SalesOrder order = dice.of(sale.salesOrders);
        if (order == null) {
            return false;
        }
        Bill invoice = new Bill(order, world.erp.number("I-"), false);
        boolean partial = world.has(Feature.PARTIAL_INVOICE) && dice.oneIn(2);
        add(invoice, order, early, partial, dice);
        if (partial && !invoice.units.isEmpty()) {
            world.saw(Feature.PARTIAL_INVOICE);
        }
        return write(world, invoice);
    }

    private static void add(Bill invoice, SalesOrder order, boolean early, boolean partial, Dice dice) {
        for (ErpLine line : order.lines) {
            int drafted = order.bills.stream()
                    .filter(bill -> !bill.credit && bill.status != Bill.Status.VOID)
                    .mapToInt(bill -> bill.units(line))
                    .sum();
            long most = line.line.kind.isGoods() && !early
                    ? line.left()
                    : line.ordered == null ? 0 : line.ordered * line.line.pieces;
            int open = line.line.kind == SaleLine.Kind.TEXT ? 0 : (int) most - drafted;
            if (open > 0) {
                invoice.units.put(line, partial ? dice.between(1, open) : open);
            }
        }
    }

    private static boolean write(World world, Bill bill) {
        if (bill.units.isEmpty()) {
            return false;
        }
        bill.order.bills.add(bill);
        bill.order.ledger.bill(bill);
        world.tell((bill.credit ? "A credit memo " : "An invoice ") + bill.no + " is drafted for " + bill.order.no);
        return true;
    }

    private static boolean moved(World world, Bill bill, Bill.Status status) {
        bill.status = status;
        bill.order.ledger.bill(bill);
        world.tell(bill.no + " is " + status);
        return true;
    }

    private static @Nullable Bill bill(Sale sale, Dice dice, Bill.Status status, @Nullable Boolean credit) {
        List<Bill> bills = sale.salesOrders.stream()
                .flatMap(order -> order.bills.stream())
                .filter(bill -> bill.status == status && (credit == null || bill.credit == credit))
                .toList();
        return dice.of(bills);
    }
}
