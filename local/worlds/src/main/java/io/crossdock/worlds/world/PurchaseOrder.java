package io.crossdock.worlds.world;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's own number for an order, which ties the records that hold it as long as it is on one of each kind.
 *
 * @param customer who gave it
 * @param number as the customer says it
 */
record PurchaseOrder(String customer, String number) {

    private static final List<String> NONE = List.of("VERBAL", "N/A");

    /** What people typed; null if it is no number. */
    static @Nullable String typed(@Nullable String text) {
        return text == null || NONE.contains(text) ? null : text;
    }

    /** The number on a sale's order in the CRM; null if there is none. */
    static @Nullable PurchaseOrder inCrm(Sale sale) {
        String number = sale.crmId == null ? null : typed(sale.purchaseOrder);
        return number == null ? null : new PurchaseOrder(sale.customer, number);
    }

    /** The number that may say what a sales order is; null where its own reference says it, or it has none. */
    static @Nullable PurchaseOrder on(SalesOrder order) {
        boolean refers = order.reference != null && order.reference.startsWith("801");
        String number = refers ? null : typed(order.customerPo);
        return number == null ? null : new PurchaseOrder(order.sale.customer, number);
    }

    /** Every number that some record holds. */
    static Set<PurchaseOrder> all(World world) {
        Set<PurchaseOrder> all = new TreeSet<>(java.util.Comparator.comparing(PurchaseOrder::name));
        Stream.concat(
                        world.sales.stream().map(PurchaseOrder::inCrm),
                        world.salesOrders().map(PurchaseOrder::on))
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** Id of the CRM's order that is tied to a sales order by their number; null if none is, or more than one. */
    static @Nullable String matching(World world, SalesOrder order) {
        PurchaseOrder number = on(order);
        if (number == null || number.inLedger(world).size() != 1) {
            return null;
        }
        List<Sale> captured = number.inCrm(world);
        return captured.size() == 1 ? captured.getFirst().crmId : null;
    }

    /** Orders of the CRM that hold it. */
    List<Sale> inCrm(World world) {
        return world.sales.stream().filter(sale -> equals(inCrm(sale))).toList();
    }

    /** Sales orders that hold it and nothing better. */
    List<SalesOrder> inLedger(World world) {
        return world.salesOrders().filter(order -> equals(on(order))).toList();
    }

    /** True if it is on several records of one kind, so that it is taken for neither. */
    boolean isAmbiguous(World world) {
        return inCrm(world).size() > 1 || inLedger(world).size() > 1;
    }

    /** True if no record is what it names: it is on several of each kind that it is on. */
    boolean namesNothing(World world) {
        return inCrm(world).size() != 1 && inLedger(world).size() != 1;
    }

    String name() {
        return "crm:po:" + customer + "/" + number;
    }
}
