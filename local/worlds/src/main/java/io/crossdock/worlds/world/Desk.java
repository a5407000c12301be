package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who write down what belongs together where no record says it, rightly or not, and their table. */
final class Desk {

    /** What somebody wrote down: that a sales order is an order of the CRM, or that a payment belongs to a sales order. */
    static final class Correction {
        final String id;
        final @Nullable SalesOrder order;
        final Cashier.@Nullable Payment payment;
        private String to;
        /** True once it was taken back. */
        boolean deleted;

        private Correction(String id, @Nullable SalesOrder order, Cashier.@Nullable Payment payment, String to) {
            this.id = id;
            this.order = order;
            this.payment = payment;
            this.to = to;
        }

        /** Id of what it belongs to. */
        String to() {
            return to;
        }

        private boolean isAbout(Sale sale) {
            return order != null ? order.sale == sale : payment != null && payment.order.sale == sale;
        }

        String name() {
            return "desk:correction:" + id;
        }
    }

    final SourceSystem system;
    final List<Correction> corrections = new ArrayList<>();
    private final Log log;
    private final long label;
    private final Table table;

    Desk(Log log, long label) {
        this.log = log;
        this.label = label;
        system = new SourceSystem(log, "desk", SourceKind.POSTGRES);
        table = system.table("corrections", "correction", "id");
    }

    /** Somebody finds out what order of the CRM a sales order is; once in three times wrongly. */
    static boolean tiesSalesOrder(World world, Sale sale, Dice dice) {
        SalesOrder order = dice.of(sale.salesOrders);
        Sale meant = dice.oneIn(3) ? dice.of(world.sales) : sale;
        if (order == null || meant == null || meant.crmId == null) {
            return false;
        }
        Correction correction = new Correction(world.desk.number(), order, null, meant.crmId);
        return world.desk.write(world, correction, order.no + " is " + meant.name());
    }

    /** Somebody finds out what a payment was for; once in three times wrongly. */
    static boolean tiesPayment(World world, Sale sale, Dice dice) {
        List<Cashier.Payment> unnamed = sale.salesOrders.stream()
                .flatMap(order -> order.payments.stream())
                .filter(payment -> !payment.isNamed)
                .toList();
        Cashier.Payment payment = dice.of(unnamed);
        SalesOrder meant = dice.of(dice.oneIn(3) ? world.salesOrders().toList() : sale.salesOrders);
        if (payment == null || meant == null) {
            return false;
        }
        Correction correction = new Correction(world.desk.number(), null, payment, meant.no);
        return world.desk.write(world, correction, payment.no + " is for " + meant.no);
    }

    /** It was wrong, or somebody thinks so: taken back, or rewritten. */
    static boolean changesItsMind(World world, Sale sale, Dice dice) {
        Correction correction =
                dice.of(world.desk.standing().filter(one -> one.isAbout(sale)).toList());
        if (correction == null) {
            return false;
        }
        Cashier.Payment payment = correction.payment;
        SalesOrder other = dice.of(world.salesOrders().toList());
        if (dice.oneIn(2) && payment != null && other != null && !other.no.equals(correction.to)) {
            correction.to = other.no;
            return world.desk.write(world, correction, payment.no + " is for " + other.no + " after all");
        }
        world.desk.takesBack(world, correction);
        return true;
    }

    void takesBack(World world, Correction correction) {
        correction.deleted = true;
        table.delete(correction.id);
        world.saw(Feature.CORRECTION_TAKEN_BACK);
        world.tell("Somebody at the desk takes back " + correction.id);
    }

    /** What stands in the table. */
    Stream<Correction> standing() {
        return corrections.stream().filter(correction -> !correction.deleted);
    }

    Stream<Correction> about(SalesOrder order) {
        return standing().filter(correction -> correction.order == order);
    }

    Stream<Correction> about(Cashier.Payment payment) {
        return standing().filter(correction -> correction.payment == payment);
    }

    private boolean write(World world, Correction correction, String what) {
        if (!corrections.contains(correction)) {
            corrections.add(correction);
        }
        SalesOrder order = correction.order;
        Cashier.Payment payment = correction.payment;
        table.put(
                "id",
                correction.id,
                "sales_order",
                order == null ? null : order.no,
                "payment",
                payment == null ? null : payment.no,
                "belongs_to_order",
                order == null ? null : correction.to,
                "belongs_to_sales_order",
                payment == null ? null : correction.to,
                "updated_at",
                log.time());
        world.tell("Somebody at the desk writes down in " + correction.id + " that " + what);
        return true;
    }

    private String number() {
        return "K-" + label + "-" + (corrections.size() + 1);
    }
}
